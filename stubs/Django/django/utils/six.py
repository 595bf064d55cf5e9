"""Gone since Django 3.0: the library of the same name."""
from six import *  # noqa: F401,F403
from six import moves  # noqa: F401
