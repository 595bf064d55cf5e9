"""A mix-in that counts what happens to rows."""


def ExportModelOperationsMixin(model_name):
    class Mixin:
        pass

    return Mixin
