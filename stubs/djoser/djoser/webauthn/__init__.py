"""Log-in with a security key."""
