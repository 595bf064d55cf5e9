"""Context variables. One context is modelled: that of the request under way, which begins with what import left behind."""


class Token:
    MISSING = object()

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value


class ContextVar:
    def __init__(self, name, *, default=Token.MISSING):
        self.name = name
        self._default = default
        self._value = Token.MISSING

    def get(self, default=Token.MISSING):
        for value in (self._value, default, self._default):
            if value is not Token.MISSING:
                return value
        raise LookupError(self)

    def set(self, value):
        token = Token(self, self._value)
        self._value = value
        return token

    def reset(self, token):
        self._value = token.old_value


class Context:
    def run(self, callable, *args, **kwargs):
        return callable(*args, **kwargs)

    def copy(self):
        return self


def copy_context():
    return Context()
