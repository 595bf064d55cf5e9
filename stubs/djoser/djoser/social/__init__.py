"""Log-in by another provider."""
