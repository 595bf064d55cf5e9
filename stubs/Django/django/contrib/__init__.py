"""Package of Django's own apps."""
