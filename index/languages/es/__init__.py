"""Spanish: the rules by which Spanish texts name who speaks."""
