"""Package of geographic models."""
