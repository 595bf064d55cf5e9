"""Context managers. A `with` runs a generator-based one around its body; called by hand, it runs to its end at entry."""


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


class AbstractAsyncContextManager(AbstractContextManager):
    pass


class ContextDecorator:
    def __call__(self, func):
        def inner(*args, **kwargs):
            with self:
                return func(*args, **kwargs)

        inner.__wrapped__ = func
        inner.__name__ = func.__name__
        inner.__module__ = func.__module__
        return inner


AsyncContextDecorator = ContextDecorator


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, kwargs):
        self.func = func
        self.args = args
        self.kwargs = kwargs

    def _unlatched_generator(self):
        return self.func(*self.args, **self.kwargs)

    def __enter__(self):
        return next(self.func(*self.args, **self.kwargs), None)

    def __exit__(self, *exc):
        return None


def contextmanager(func):
    def helper(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)

    helper.__wrapped__ = func
    helper.__name__ = func.__name__
    helper.__module__ = func.__module__
    return helper


asynccontextmanager = contextmanager


class suppress:
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing


class ExitStack(AbstractContextManager):
    """What is entered or pushed is left in the opposite order; each may swallow the exception, as a nested `with` may."""

    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        entered = cm.__enter__()
        self._exits.append(cm.__exit__)
        return entered

    def push(self, exit):
        self._exits.append(exit.__exit__ if hasattr(exit, "__exit__") else exit)
        return exit

    def callback(self, callback, *args, **kwds):
        def leave(*exc):
            callback(*args, **kwds)
            return False

        self._exits.append(leave)
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def __exit__(self, *exc):
        swallowed = False
        for leave in self._exits[::-1]:
            if leave(*((None, None, None) if swallowed else exc)):
                swallowed = True
        self._exits = []
        return swallowed and exc[0] is not None

    def close(self):
        self.__exit__(None, None, None)


AsyncExitStack = ExitStack


class redirect_stdout(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target


redirect_stderr = redirect_stdout
