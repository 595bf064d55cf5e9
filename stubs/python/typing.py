"""Types are not evaluated for their own sake; every special form can be subscripted, combined and derived from."""

TYPE_CHECKING = False


class _UnlatchedForm:
    def __init__(self, abstract=None):
        self._unlatched_abstract = abstract

    def __instancecheck__(self, instance):
        from collections import abc

        if self._unlatched_abstract is None:
            raise TypeError('isinstance() argument 2 must be a type')
        return isinstance(instance, getattr(abc, self._unlatched_abstract))

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __call__(self, *args, **kwargs):
        return args[0] if args else self


class _UnlatchedUnion(_UnlatchedForm):
    """`isinstance` takes unions of classes (Python 3.10)."""

    def __getitem__(self, item):
        made = _UnlatchedUnion()
        made._unlatched_types = item if isinstance(item, tuple) else (item,)
        return made

    def __instancecheck__(self, instance):
        return isinstance(instance, self._unlatched_types)


class _UnlatchedOptional(_UnlatchedUnion):
    def __getitem__(self, item):
        return super().__getitem__((item, None))


Any = object
Union = _UnlatchedUnion()
Optional = _UnlatchedOptional()
Literal = Final = ClassVar = Annotated = Concatenate = TypeAlias = Self = Never = NoReturn = _UnlatchedForm()
Type = type
Tuple = tuple
List = list
Dict = dict
Set = set
FrozenSet = frozenset
Text = str
AnyStr = TypeGuard = Required = NotRequired = Unpack = LiteralString = ReadOnly = TypeIs = _UnlatchedForm()
Callable = _UnlatchedForm('Callable')
Hashable = _UnlatchedForm('Hashable')
Sized = _UnlatchedForm('Sized')
Iterable = _UnlatchedForm('Iterable')
Iterator = _UnlatchedForm('Iterator')
Sequence = _UnlatchedForm('Sequence')
Mapping = _UnlatchedForm('Mapping')
MutableMapping = _UnlatchedForm('MutableMapping')
MutableSequence = _UnlatchedForm('MutableSequence')
Collection = _UnlatchedForm('Collection')
Container = _UnlatchedForm('Container')
Generator = _UnlatchedForm('Generator')
AsyncGenerator = _UnlatchedForm('AsyncGenerator')
AsyncIterator = _UnlatchedForm('AsyncIterator')
AsyncIterable = _UnlatchedForm('AsyncIterable')
Awaitable = _UnlatchedForm('Awaitable')
Coroutine = _UnlatchedForm('Coroutine')
KeysView = _UnlatchedForm('KeysView')
ValuesView = _UnlatchedForm('ValuesView')
ItemsView = _UnlatchedForm('ItemsView')
MutableSet = _UnlatchedForm('MutableSet')
Reversible = _UnlatchedForm('Reversible')
ByteString = _UnlatchedForm('ByteString')
AbstractSet = _UnlatchedForm('Set')
Deque = Counter = _UnlatchedForm()
DefaultDict = OrderedDict = ChainMap = ContextManager = AsyncContextManager = Pattern = Match = IO = TextIO = BinaryIO = _UnlatchedForm()
SupportsInt = SupportsFloat = SupportsIndex = _UnlatchedForm()


class Generic:
    pass


class Protocol:
    pass


class NamedTuple:
    def __init__(self, *args, **kwargs):
        for name, value in zip(list(getattr(type(self), "__annotations__", {})), args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __iter__(self):
        return iter([getattr(self, name) for name in getattr(type(self), "__annotations__", {})])

    def __getitem__(self, index):
        return list(self)[index]

    def _asdict(self):
        return {name: getattr(self, name) for name in getattr(type(self), "__annotations__", {})}


class TypedDict(dict):
    pass


def TypeVar(name, *constraints, **kwargs):
    return _UnlatchedForm()


ParamSpec = TypeVarTuple = TypeVar


def NewType(name, tp):
    return tp


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(func):
    return func


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return {}


def get_origin(tp):
    return None


def get_args(tp):
    return ()


def assert_never(arg):
    raise AssertionError("unreachable")


def reveal_type(obj):
    return obj


def deprecated(message, **kwargs):
    return lambda arg: arg


def dataclass_transform(**kwargs):
    return lambda arg: arg
