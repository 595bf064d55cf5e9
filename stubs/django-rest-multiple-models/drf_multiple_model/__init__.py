"""Lists of rows of more than one model."""
