"""Questions about objects."""
from functools import partial
from types import CoroutineType, FunctionType, GeneratorType, MethodType, ModuleType

from _unlatched import DJANGO_VERSION, is_known, library_of, opaque

CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ASYNC_GENERATOR = 0x200


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, FunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def ismodule(object):
    return isinstance(object, ModuleType)


def isroutine(object):
    return isfunction(object) or ismethod(object)


def _unlatched_function(obj):
    """
    The function behind partials and methods; None where there is none (`_has_code_flag`). What a decorator of Django 5 makes is of the
    kind of the view that it stands on, while its stub has one function for both.
    """
    while True:
        if isinstance(obj, partial):
            obj = obj.func
        elif isinstance(obj, MethodType):
            obj = obj.__func__
        elif DJANGO_VERSION >= (5,) and library_of(obj) == 'django' and hasattr(obj, '__wrapped__'):
            obj = obj.__wrapped__
        else:
            break
    return obj if isinstance(obj, FunctionType) else None


def _unlatched_has(obj, flag):
    if not is_known(obj):
        return opaque('whether a function is asynchronous')
    function = _unlatched_function(obj)
    return function is not None and bool(function.__code__.co_flags & flag)


def _unlatched_mark(func):
    """`markcoroutinefunction` (3.12, and asgiref): of a method the function is marked, of an object with `__call__` the object."""
    target = getattr(func, '__func__', func)
    target._is_coroutine_mark = True
    return func


def iscoroutinefunction(obj):
    if is_known(obj) and getattr(_unlatched_function(obj) or obj, '_is_coroutine_mark', False):
        return True
    return _unlatched_has(obj, CO_COROUTINE)


def isgeneratorfunction(obj):
    return _unlatched_has(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _unlatched_has(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, GeneratorType)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isawaitable(object):
    return iscoroutine(object) or hasattr(object, '__await__')


def isabstract(object):
    return False


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr(object, name, None)
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    return getattr(object, "__doc__", None)


def cleandoc(doc):
    return doc


def getmodule(object):
    return opaque("inspect.getmodule")


class _empty:
    pass


class Parameter:
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if name not in self.arguments or parameter.kind > Parameter.VAR_POSITIONAL:
                break
            if parameter.kind == Parameter.VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        count = len(self.args)
        found = {}
        for place, (name, parameter) in enumerate(self.signature.parameters.items()):
            if name not in self.arguments:
                continue
            if parameter.kind == Parameter.VAR_KEYWORD:
                found.update(self.arguments[name])
            elif parameter.kind == Parameter.KEYWORD_ONLY or (parameter.kind != Parameter.VAR_POSITIONAL and place >= count):
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind == Parameter.VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind == Parameter.VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    def _bind(self, args, kwargs, partial):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind == Parameter.VAR_POSITIONAL:
                if args:
                    arguments[name] = tuple(args)
                args = []
            elif kind == Parameter.VAR_KEYWORD:
                if kwargs:
                    arguments[name] = kwargs
                kwargs = {}
            elif kind != Parameter.KEYWORD_ONLY and args:
                if kind == Parameter.POSITIONAL_OR_KEYWORD and name in kwargs:
                    raise TypeError("multiple values for argument " + repr(name))
                arguments[name] = args.pop(0)
            elif kind != Parameter.POSITIONAL_ONLY and name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError("missing a required argument: " + repr(name))
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError("got an unexpected keyword argument " + repr(list(kwargs)[0]))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if follow_wrapped:
        obj = unwrap(obj)
    bound = isinstance(obj, MethodType)
    func = obj.__func__ if bound else obj
    if bound and follow_wrapped:
        func = unwrap(func)
    if not isinstance(func, FunctionType):
        return opaque("inspect.signature")
    code = func.__code__
    names = list(code.co_varnames)
    defaults = list(func.__defaults__ or ())
    keyword_defaults = func.__kwdefaults__ or {}
    annotations = func.__annotations__
    first_default = code.co_argcount - len(defaults)
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for place in range(code.co_argcount):
        default = defaults[place - first_default] if place >= first_default else _empty
        add(names[place], Parameter.POSITIONAL_ONLY if place < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD, default)
    after = code.co_argcount + code.co_kwonlyargcount
    rest = names[after:]
    if code.co_flags & 4:
        add(rest.pop(0), Parameter.VAR_POSITIONAL)
    for name in names[code.co_argcount:after]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(rest.pop(0), Parameter.VAR_KEYWORD)
    return Signature(parameters[1:] if bound else parameters)

class _UnlatchedFrame:
    """Who called is asked by what writes logs: a few callers without a name stand for all, so that nobody decides anything by them."""

    f_lineno = 0

    def __init__(self, depth):
        self.f_back = _UnlatchedFrame(depth - 1) if depth else None
        self.f_code = _UnlatchedFrameCode()
        self.f_locals = {}
        self.f_globals = {"__name__": ""}


class _UnlatchedFrameCode:
    co_filename = co_name = co_qualname = ""
    co_firstlineno = 0


class FrameInfo(tuple):
    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])


def currentframe():
    return _UnlatchedFrame(4)


def stack(context=1):
    return getouterframes(currentframe(), context)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo((frame, "", 0, "", None, None)))
        frame = frame.f_back
    return found


def __getattr__(name):
    return _unlatched_mark if name == "markcoroutinefunction" else opaque("inspect." + name)
