"""Roles as groups, and who has one is let in. Which roles a user has is a matter of data; who is not logged in has none."""
