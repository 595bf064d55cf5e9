"""Metrics; the page that shows them has no gate of its own."""
