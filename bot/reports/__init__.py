"""Files that are read and drawn in a child process: spreadsheets, charts, certificates."""
