from _unlatched import deployment, import_module


class LazySettings:
    def __init__(self, wrapped=None, **kwargs):
        # The module whose values these settings start with; without one they start with what was given.
        self.__dict__['_unlatched_module'] = kwargs.pop('_unlatched_module', None)
        self.__dict__['_unlatched_given'] = kwargs

    def _unlatched_find(self, name):
        module = self.__dict__['_unlatched_module']
        if module is not None and hasattr(import_module(module), name):
            return True, getattr(import_module(module), name)
        return name in self.__dict__['_unlatched_given'], self.__dict__['_unlatched_given'].get(name)

    def __getattr__(self, name):
        found, value = self._unlatched_find(name)
        return value if found else deployment('setting ' + name)

    def __getitem__(self, item):
        return getattr(self, item)

    def __contains__(self, item):
        return self._unlatched_find(item)[0]

    def get(self, key, default=None, *args, **kwargs):
        found, value = self._unlatched_find(key)
        return value if found else default

    def set(self, key, value, *args, **kwargs):
        module = self.__dict__['_unlatched_module']
        if module is None:
            self.__dict__['_unlatched_given'][key] = value
        else:
            setattr(import_module(module), key, value)
