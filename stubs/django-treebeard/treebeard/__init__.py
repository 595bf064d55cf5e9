"""Trees of rows, in three ways of keeping them; they let nobody in and keep nobody out."""
