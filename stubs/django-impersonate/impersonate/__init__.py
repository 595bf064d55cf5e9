"""Staff that works as another user."""
