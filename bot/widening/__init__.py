"""Other words by which a library may say what is asked: forms, spellings, acronyms, translations."""
