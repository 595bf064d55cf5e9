class Group:
    def contribute_to_class(self, cls, name):
        setattr(cls, name, self)

    def __add__(self, other):
        return self
