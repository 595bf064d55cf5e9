"""Amounts of money as fields."""
