"""Log-in through other services."""
