def is_view_func_public(func):
    return getattr(func, "STRONGHOLD_IS_PUBLIC", False)


def set_view_func_public(func):
    setattr(func, "STRONGHOLD_IS_PUBLIC", True)
