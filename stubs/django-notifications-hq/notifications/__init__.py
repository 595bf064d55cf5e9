"""Messages for users, and pages that show each his own."""
