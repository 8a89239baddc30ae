"""Boards, officers and coordinators: whole turns on a real database, without Telegram."""
