"""Abstract base classes: instances of abstract classes are not refused here, so the decorators only pass on."""


class ABC:
    pass


class ABCMeta(type):
    pass


def abstractmethod(funcobj):
    return funcobj


abstractproperty = property
abstractclassmethod = classmethod
abstractstaticmethod = staticmethod
