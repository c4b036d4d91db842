"""One folder for each language that Quoth reads."""
