"""English: the rules by which English texts name who speaks."""
