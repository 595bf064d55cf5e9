"""Package of Django's helpers."""
