class Choices:
    def __init__(self, *choices):
        self._triples = []
        for choice in choices:
            if isinstance(choice, (list, tuple)):
                if isinstance(choice[1], (list, tuple)):
                    self._triples += Choices(*choice[1])._triples
                elif len(choice) == 3:
                    self._triples.append(tuple(choice))
                else:
                    self._triples.append((choice[0], choice[0], choice[1]))
            else:
                self._triples.append((choice, choice, choice))

    def __getattr__(self, attname):
        for value, name, _ in self._triples:
            if name == attname:
                return value
        raise AttributeError(attname)

    def __len__(self):
        return len(self._triples)

    def __iter__(self):
        return iter([(value, label) for value, _, label in self._triples])

    def __getitem__(self, key):
        for value, _, label in self._triples:
            if value == key:
                return label
        raise KeyError(key)

    def __add__(self, other):
        return Choices(*(self._triples + (other._triples if isinstance(other, Choices) else list(other))))

    def __radd__(self, other):
        return Choices(*(list(other) + self._triples))

    def __contains__(self, item):
        return item in [value for value, _, _ in self._triples]
