"""Package of session stores."""
