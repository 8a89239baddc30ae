"""Speaks Telegram: receives, takes turns, renders, sends. The only package that knows Telegram."""
