"""Trees of rows."""
