"""Content-Security-Policy headers."""
