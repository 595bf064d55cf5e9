"""Package of sessions."""
