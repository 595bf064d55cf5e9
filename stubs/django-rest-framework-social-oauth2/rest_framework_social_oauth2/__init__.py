"""Tokens of social services in exchange for tokens of django-oauth-toolkit."""
