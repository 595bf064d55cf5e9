"""Documentation pages for staff."""
