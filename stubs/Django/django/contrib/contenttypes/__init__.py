"""Package of content types."""
