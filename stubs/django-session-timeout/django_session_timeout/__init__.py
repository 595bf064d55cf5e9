"""Sessions that end when nobody used them for a while."""
