"""The base class of settings."""
from configurations.values import Value, setup_value


class Configuration:
    DOTENV_LOADED = None

    @classmethod
    def pre_setup(cls):
        pass

    @classmethod
    def post_setup(cls):
        pass

    @classmethod
    def setup(cls):
        pass

    @classmethod
    def _unlatched_setup(cls, names):
        """`setup` of the library: values get their names, and stand in the class as what they hold."""
        for name in names:
            value = getattr(cls, name)
            if isinstance(value, Value):
                setup_value(cls, name, value)
        cls.setup()

    @classmethod
    def _unlatched_setting(cls, made, name):
        """What the settings module gets: methods are asked, unless they shall stay methods (configurations/importer.py)."""
        value = getattr(made, name)
        if callable(value) and not getattr(value, 'pristine', False):
            value = value()
        if isinstance(value, Value):
            return value.setup(name)
        return value
