"""Pictures in other sizes."""
