"""Numbered SQL files, applied forward at start; each is one transaction together with its version number."""
