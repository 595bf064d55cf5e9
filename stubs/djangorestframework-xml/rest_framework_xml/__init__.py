"""Bodies and answers in XML."""
