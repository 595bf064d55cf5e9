"""The import hook."""
installed = False


def install(check_options=False):
    pass
