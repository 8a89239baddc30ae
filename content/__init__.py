"""Words, word lists, places and the privacy notice: edited by people who do not program."""
