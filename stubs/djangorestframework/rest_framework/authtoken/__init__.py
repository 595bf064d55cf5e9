"""Tokens in the database that never expire."""
