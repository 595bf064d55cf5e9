from _unlatched import world

from . import settings


class Config:
    """Options that staff changes while the server runs, each with the default that stands in the settings."""

    def __getattr__(self, key):
        if key not in settings.CONFIG:
            raise AttributeError(key)
        return world(f"the option {key}, which staff changes")

    def __setattr__(self, key, value):
        if key not in settings.CONFIG:
            raise AttributeError(key)

    def __dir__(self):
        return settings.CONFIG.keys()
