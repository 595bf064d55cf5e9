"""Results of tasks in the database."""
