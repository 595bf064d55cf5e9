"""Tasks that run at times kept in the database."""
