"""Colours as fields."""
