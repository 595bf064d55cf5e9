"""Keys of what a function gave, made of its arguments."""


def hashkey(*args, **kwargs):
    return (*args, *sorted(kwargs.items()))


def methodkey(self, *args, **kwargs):
    return hashkey(*args, **kwargs)


def typedkey(*args, **kwargs):
    return (*hashkey(*args, **kwargs), *[type(one) for one in args])


def typedmethodkey(self, *args, **kwargs):
    return typedkey(*args, **kwargs)
