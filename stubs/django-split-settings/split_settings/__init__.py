"""Settings in several files."""
