"""Descriptions of the classes of other packages."""
