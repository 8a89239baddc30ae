"""The same registration as others would write it, to have something to compare with; none of them survives a kill."""
