"""From a question to its answer, and whether given words stand in the library."""
