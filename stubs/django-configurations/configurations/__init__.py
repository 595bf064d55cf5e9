"""Settings as classes; which class is named by DJANGO_CONFIGURATION."""
from configurations.base import Configuration  # noqa: F401
from configurations.decorators import pristinemethod  # noqa: F401


def setup(app=None):
    pass
