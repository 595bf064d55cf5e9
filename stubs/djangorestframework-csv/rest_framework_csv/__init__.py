"""Bodies and answers in CSV."""
