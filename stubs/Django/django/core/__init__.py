"""Package of Django's core."""
