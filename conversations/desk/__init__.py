"""The coordinators' desk, /juntas: what waits, the register, one board and everything that can be done with it."""
