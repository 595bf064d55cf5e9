"""Marks callables that stay callables."""


def pristinemethod(func):
    func.pristine = True
    return staticmethod(func)
