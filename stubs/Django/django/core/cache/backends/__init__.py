"""Package of cache backends."""
