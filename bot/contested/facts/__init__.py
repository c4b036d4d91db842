"""Contested points about what happened, who did it and whose an office is."""
