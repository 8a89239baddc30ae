"""Decides: pure functions over frozen values. No waiting, no Telegram, no SQL, no clock."""
