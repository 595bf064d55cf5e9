"""Text with an editor in forms."""
