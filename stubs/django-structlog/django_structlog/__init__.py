"""Logs with the facts of the request; every request goes on."""
