"""Invented people do anything at any time, over real HTTP; what must hold afterwards is looked at after every step."""
