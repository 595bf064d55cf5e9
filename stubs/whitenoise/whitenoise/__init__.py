"""Static files from the application server."""
