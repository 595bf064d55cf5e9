"""The list of revoked refresh tokens."""
