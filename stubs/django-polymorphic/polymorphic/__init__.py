"""Models whose rows come back as the subclass that they were saved as."""
