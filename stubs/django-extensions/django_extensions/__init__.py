"""Commands, and bases of models."""
