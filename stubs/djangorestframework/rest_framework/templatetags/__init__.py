"""Template tags of the browsable API."""
