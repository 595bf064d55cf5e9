"""Fields that have a twin for every language; `translation.py` of an app says which."""
