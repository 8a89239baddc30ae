"""Owns a Telegram on this computer: the Bot API over HTTP, invented people who write and press, a movable clock."""
