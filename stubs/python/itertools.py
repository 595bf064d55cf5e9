"""Iteration helpers, eager."""


class chain:
    def __init__(self, *iterables):
        self.items = [item for each in iterables for item in each]

    def __iter__(self):
        return iter(self.items)

    @classmethod
    def from_iterable(cls, iterables):
        return iter([item for each in iterables for item in each])


def product(*iterables, repeat=1):
    result = [()]
    for pool in list(iterables) * repeat:
        result = [(*x, y) for x in result for y in pool]
    return iter(result)


def islice(iterable, *args):
    return iter(list(iterable)[slice(*args)])


def count(start=0, step=1):
    return iter([start + step * n for n in range(64)])


def repeat(object, times=64):
    return iter([object] * times)


def groupby(iterable, key=None):
    groups = []
    for item in iterable:
        value = key(item) if key else item
        if groups and groups[-1][0] == value:
            groups[-1][1].append(item)
        else:
            groups.append((value, [item]))
    return iter([(value, iter(group)) for value, group in groups])


def zip_longest(*iterables, fillvalue=None):
    return zip(*iterables)


def starmap(function, iterable):
    return iter([function(*item) for item in iterable])


def filterfalse(predicate, iterable):
    return iter([item for item in iterable if not predicate(item)])


def takewhile(predicate, iterable):
    taken = []
    for item in iterable:
        if not predicate(item):
            break
        taken.append(item)
    return iter(taken)


def dropwhile(predicate, iterable):
    items = list(iterable)
    while items and predicate(items[0]):
        items.pop(0)
    return iter(items)


def permutations(iterable, r=None):
    items = list(iterable)
    if r is None:
        r = len(items)
    if r == 0:
        return iter([()])
    return iter([(item, *rest) for index, item in enumerate(items) for rest in permutations(items[:index] + items[index + 1:], r - 1)])


def combinations(iterable, r):
    items = list(iterable)
    if r == 0:
        return iter([()])
    return iter([(item, *rest) for index, item in enumerate(items) for rest in combinations(items[index + 1:], r - 1)])


def accumulate(iterable, func=None, initial=None):
    out = []
    total = initial
    for item in iterable:
        total = item if total is None else (func(total, item) if func else total + item)
        out.append(total)
    return iter(out)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple([iter(items) for _ in range(n)])


def cycle(iterable):
    return iter(list(iterable) * 4)


def pairwise(iterable):
    items = list(iterable)
    return zip(items, items[1:])
