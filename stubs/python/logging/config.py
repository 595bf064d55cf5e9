"""Configuration has no effect here."""


def dictConfig(config):
    pass


def fileConfig(fname, *args, **kwargs):
    pass
