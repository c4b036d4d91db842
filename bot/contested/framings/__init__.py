"""Contested points about what something is called."""
