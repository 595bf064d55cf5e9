"""Forms of several pages, and forms that are shown once more before they count."""
