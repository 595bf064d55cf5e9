"""Package of static files."""
