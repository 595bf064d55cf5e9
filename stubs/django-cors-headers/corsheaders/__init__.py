"""CORS headers: they bind browsers, not whoever sends a request."""
