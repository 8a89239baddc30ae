"""People register while the bot is killed again and again; the ledger they keep is compared with the database."""
