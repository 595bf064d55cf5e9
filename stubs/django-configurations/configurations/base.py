"""The base class of settings."""


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
