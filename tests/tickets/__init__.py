"""People who ask the team, and the team that answers."""
