"""Package of feeds."""
