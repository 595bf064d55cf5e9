"""Signing up, in one step or with an activation key that is mailed and signed by the server."""
