"""Abstract base classes: instances of abstract classes are not refused here, so the decorators only pass on."""


class ABCMeta(type):
    """A class that was registered with an abstract one counts as a subclass of it and of its bases."""

    def register(cls, subclass):
        for base in cls.__mro__:
            if isinstance(base, ABCMeta):
                base._unlatched_registered = (*base.__dict__.get('_unlatched_registered', ()), subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__dict__.get('_unlatched_registered', ()))

    def __subclasscheck__(cls, subclass):
        return issubclass(subclass, cls.__dict__.get('_unlatched_registered', ()))


class ABC(metaclass=ABCMeta):
    pass


def abstractmethod(funcobj):
    return funcobj


abstractproperty = property
abstractclassmethod = classmethod
abstractstaticmethod = staticmethod
