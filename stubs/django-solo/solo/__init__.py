"""Models with one row."""
