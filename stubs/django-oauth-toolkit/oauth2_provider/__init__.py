"""django-oauth-toolkit: bearer tokens in the database; a token is also taken from the query or the form when there is no Authorization header."""
