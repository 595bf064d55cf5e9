import copy

from _unlatched import opaque
from modeltranslation import settings
from modeltranslation.utils import build_localized_fieldname


class AlreadyRegistered(Exception):
    pass


class NotRegistered(Exception):
    pass


class TranslationOptions:
    fields = ()

    def __init__(self, model):
        self.model = model


class Translator:
    def register(self, model_or_iterable, opts_class=None, **options):
        models = model_or_iterable if isinstance(model_or_iterable, (list, tuple)) else [model_or_iterable]
        for model in models:
            for name in getattr(opts_class, 'fields', ()):
                for lang in settings.AVAILABLE_LANGUAGES:
                    _unlatched_add_twin(model, name, build_localized_fieldname(name, lang))

    def unregister(self, model_or_iterable):
        return None

    def get_registered_models(self, abstract=True):
        return opaque('registered models')

    def get_options_for_model(self, model):
        return opaque('options of a model')


def _unlatched_add_twin(model, name, twin_name):
    twin = copy.copy(model._meta.get_field(name))
    twin.name = twin.db_column = twin.verbose_name = None
    twin.null = twin.blank = True
    model.add_to_class(twin_name, twin)


translator = Translator()


def __getattr__(name):
    return opaque('modeltranslation.translator.' + name)
