"""Stories of people and the bot over real HTTP, one for each promise."""
