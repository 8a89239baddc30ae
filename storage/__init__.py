"""Remembers: one file per table or small family, SQL inside its functions; never commits."""
