"""Defaults of an app's settings: each upper-case name of a subclass becomes a setting with a prefix, unless the project sets it."""
from django.conf import settings
from django.utils.module_loading import import_string


class AppConfOptions:
    def __init__(self, meta, prefix=None):
        self.prefix = prefix
        self.holder_path = getattr(meta, 'holder', 'django.conf.settings')
        self.holder = settings if self.holder_path == 'django.conf.settings' else import_string(self.holder_path)
        self.proxy = getattr(meta, 'proxy', False)
        self.required = getattr(meta, 'required', [])
        self.configured_data = {}
        self.names = {}
        self.defaults = {}

    def prefixed_name(self, name):
        if name.startswith(self.prefix.upper()):
            return name
        return self.prefix.upper() + '_' + name.upper()


class AppConfMetaClass(type):
    pass


class AppConf(metaclass=AppConfMetaClass):
    def __init_subclass__(cls, **kwargs):
        meta = getattr(cls, 'Meta', None)
        prefix = getattr(meta, 'prefix', getattr(meta, 'app_label', None))
        if prefix is None:
            prefix = cls.__module__.split('.')[-2]
        inherited = getattr(cls, '_meta', None)
        own = AppConfOptions(meta, prefix)
        if inherited is not None:
            own.names.update(inherited.names)
            own.defaults.update(inherited.defaults)
        cls._meta = own
        for name, default in list(vars(cls).items()):
            if not name.isupper():
                continue
            own.names[name] = own.prefixed_name(name)
            own.defaults[own.prefixed_name(name)] = default
        instance = cls()
        for name, prefixed in own.names.items():
            value = getattr(own.holder, prefixed, own.defaults.get(prefixed))
            callback = getattr(instance, 'configure_' + name.lower(), None)
            if callable(callback):
                value = callback(value)
            own.configured_data[name] = value
        own.configured_data = instance.configure()
        for name, value in own.configured_data.items():
            setattr(own.holder, own.prefixed_name(name), value)
            setattr(cls, name, value)

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __dir__(self):
        return sorted(self._meta.names)

    @property
    def configured_data(self):
        return self._meta.configured_data

    def __getattr__(self, name):
        if self._meta.proxy:
            return getattr(self._meta.holder, name)
        raise AttributeError(name)

    def configure(self):
        return self.configured_data
