"""What the browser says of itself."""
