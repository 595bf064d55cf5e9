class Local:
    pass


def release_local(local):
    return None
