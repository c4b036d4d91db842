"""What rules about speakers are made of: words, noun phrases, subjects and reports."""
