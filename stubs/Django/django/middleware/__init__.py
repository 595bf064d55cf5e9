"""Package of Django's middleware."""
