"""Constants of the ORM."""
LOOKUP_SEP = "__"
