"""Telephone numbers as fields."""
