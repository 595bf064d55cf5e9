"""Package of redirects."""
