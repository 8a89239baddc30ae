"""Procurement questions: asked at any moment, answered by a card or honestly not."""
