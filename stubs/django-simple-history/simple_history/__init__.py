"""Old versions of rows."""


def register(model, *args, **kwargs):
    return None
