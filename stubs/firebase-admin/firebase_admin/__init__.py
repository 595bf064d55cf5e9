"""Apps: an app stands for a project at Google, whose keys sign the tokens of its users."""
from firebase_admin import credentials

_DEFAULT_APP_NAME = '[DEFAULT]'
_apps = {}


class App:
    def __init__(self, name, credential, options):
        self._name = name
        self._credential = credential
        self._options = options or {}

    @property
    def name(self):
        return self._name

    @property
    def credential(self):
        return self._credential

    @property
    def options(self):
        return self._options

    @property
    def project_id(self):
        return self._options.get('projectId')


def initialize_app(credential=None, options=None, name=_DEFAULT_APP_NAME):
    app = App(name, credential or credentials.ApplicationDefault(), options)
    _apps[name] = app
    return app


def delete_app(app):
    _apps.pop(app.name, None)


def get_app(name=_DEFAULT_APP_NAME):
    if name in _apps:
        return _apps[name]
    raise ValueError(f'Firebase app named "{name}" does not exist.')
