"""API keys as a permission: who has one is let in and stays anonymous."""
