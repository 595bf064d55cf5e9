from functools import partial

from ninja.utils import contribute_operation_callback


def decorate_view(*decorators):
    """The decorators stand around the whole operation, so before its authenticators."""

    def outer_wrapper(op_func):
        if hasattr(op_func, '_ninja_operation'):
            _apply_decorators(decorators, op_func._ninja_operation)
        else:
            contribute_operation_callback(op_func, partial(_apply_decorators, decorators))
        return op_func

    return outer_wrapper


def _apply_decorators(decorators, operation):
    if not hasattr(operation, '_run_decorators'):
        operation._run_decorators = []
    for decorator in decorators:
        operation.run = decorator(operation.run)
        operation._run_decorators.append(decorator)
