"""Authlib: its JSON Web Tokens. The claims of a token are checked only when `validate()` is called."""
