"""`@context` of a method or property of a view: it is what it is, and stands in the context of the template as well."""


class context:
    def __init__(self, func):
        self.func = func

    def __set_name__(self, owner, name):
        if hasattr(self.func, "__set_name__"):
            self.func.__set_name__(owner, name)

    def __get__(self, instance, cls=None):
        return self.func.__get__(instance, cls) if hasattr(self.func, "__get__") else self.func
