"""Procurement answers: cards as values, and finding the right one in everyday words."""
