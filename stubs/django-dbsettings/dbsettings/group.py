from _unlatched import world


class Group:
    def contribute_to_class(self, cls, name):
        setattr(cls, name, self)

    def __add__(self, other):
        return world('settings that staff changes')
