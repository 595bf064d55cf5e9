"""Package of the request handlers."""
