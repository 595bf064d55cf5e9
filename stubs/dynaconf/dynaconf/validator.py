"""Whether a value is as it should be decides whether the server starts, not who gets in."""


class ValidationError(Exception):
    pass


class Validator:
    def __init__(self, *names, **kwargs):
        self.names = names
        self.messages = dict(kwargs.get('messages') or {})

    def __or__(self, other):
        return self

    def __and__(self, other):
        return self
