"""Names of types, and plain namespaces."""
import sys


class SimpleNamespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)


def _unlatched_function():
    pass


async def _unlatched_coroutine():
    pass


class _UnlatchedClass:
    def method(self):
        pass


FunctionType = LambdaType = type(_unlatched_function)
MethodType = type(_UnlatchedClass().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
GeneratorType = type((lambda: (yield))())
CoroutineType = type(_unlatched_coroutine())


ModuleType = type(sys)


def MappingProxyType(mapping):
    return mapping


class DynamicClassAttribute(property):
    pass


class TracebackType:
    pass


CoroutineType = AsyncGeneratorType = CodeType = FrameType = UnionType = GenericAlias = EllipsisType = TracebackType


def new_class(name, bases=(), kwds=None, exec_body=None):
    return type(name, bases, {})


def coroutine(func):
    return func
