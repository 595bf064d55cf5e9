def axes_dispatch(func):
    return func


def axes_form_invalid(func):
    return func
