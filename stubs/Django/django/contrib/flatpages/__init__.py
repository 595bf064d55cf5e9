"""Package of flat pages."""
