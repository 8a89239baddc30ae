"""The bot as a process of its own: how it starts, refuses to start, waits, and ends."""
