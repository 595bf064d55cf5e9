"""Package of template filters."""
