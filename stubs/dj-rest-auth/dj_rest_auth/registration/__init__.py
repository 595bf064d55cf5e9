"""Registration over django-allauth."""
