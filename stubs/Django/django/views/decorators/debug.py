"""Marks of sensitive variables and parameters."""
from functools import wraps


def sensitive_variables(*variables):
    def decorator(func):
        @wraps(func)
        def sensitive_variables_wrapper(*func_args, **func_kwargs):
            return func(*func_args, **func_kwargs)

        return sensitive_variables_wrapper

    return decorator


def sensitive_post_parameters(*parameters):
    def decorator(view):
        @wraps(view)
        def sensitive_post_parameters_wrapper(request, *args, **kwargs):
            return view(request, *args, **kwargs)

        return sensitive_post_parameters_wrapper

    return decorator
