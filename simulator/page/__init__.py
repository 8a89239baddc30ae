"""Holds the chat page, a messenger in plain HTML, CSS and ES modules, and how it is served."""
