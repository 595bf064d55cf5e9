"""A log-in with a second factor, and guards that ask whether it was shown."""
