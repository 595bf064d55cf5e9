"""Signing up: at once, with a mailed key that a row holds, or when an administrator approves as well."""
