"""Views for clients that register their devices."""
