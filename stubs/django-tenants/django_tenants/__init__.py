"""Every tenant has a schema of the database; the host, or a part of the path, says whose request it is."""
