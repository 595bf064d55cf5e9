"""One code for Python 2 and 3: here always 3."""
from functools import wraps

PY2 = False
PY3 = True
PY34 = True
string_types = (str,)
integer_types = (int,)
class_types = (type,)
text_type = str
binary_type = bytes


def with_metaclass(meta, *bases):
    """The class made here goes away when it is derived from: the interpreter puts metaclass and bases in its place."""

    class _unlatched_temporary:
        _unlatched_stands_for = (meta, *bases)

    return _unlatched_temporary


def add_metaclass(metaclass):
    def wrapper(cls):
        return metaclass(cls.__name__, cls.__bases__, dict(cls.__dict__))

    return wrapper


def ensure_binary(s, encoding='utf-8', errors='strict'):
    return s if isinstance(s, bytes) else s.encode(encoding)


def ensure_str(s, encoding='utf-8', errors='strict'):
    return s.decode(encoding) if isinstance(s, bytes) else s


def ensure_text(s, encoding='utf-8', errors='strict'):
    return s.decode(encoding) if isinstance(s, bytes) else s


def python_2_unicode_compatible(klass):
    return klass


def u(s):
    return s


def b(s):
    return s.encode('latin-1')


def iteritems(d, **kw):
    return iter(d.items(**kw))


def iterkeys(d, **kw):
    return iter(d.keys(**kw))


def itervalues(d, **kw):
    return iter(d.values(**kw))


def reraise(tp, value, tb=None):
    raise value


def raise_from(value, from_value):
    raise value from from_value
