"""Contested points about amounts and days."""
