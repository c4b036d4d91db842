"""The settings of the program: their names, where they come from, and how they are read."""
