"""Package of sites."""
