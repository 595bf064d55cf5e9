"""Package of geography."""
