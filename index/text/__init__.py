"""What stands in a text: its language, words, sentences, names and dates."""
