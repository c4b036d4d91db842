"""One folder for each door through which people ask."""
