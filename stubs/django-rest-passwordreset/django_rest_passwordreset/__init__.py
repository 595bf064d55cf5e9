"""A new password for who shows the token that was mailed to him; the mail itself is a receiver of the project."""
