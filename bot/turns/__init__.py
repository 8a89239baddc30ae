"""One file per area: load, decide, save, say; one transaction each. Nothing here sends or waits."""
