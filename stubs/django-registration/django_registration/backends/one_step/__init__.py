"""Who signs up is logged in at once."""
