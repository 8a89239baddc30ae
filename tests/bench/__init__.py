"""What an answer costs: processor time, waiting time, memory, time to the first poll. Never part of the tests."""
