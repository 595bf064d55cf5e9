from importlib import import_module

from django.apps import apps

from modeltranslation.settings import ENABLE_REGISTRATIONS, TRANSLATION_FILES


def autodiscover():
    for config in apps.get_app_configs():
        try:
            import_module(config.name + '.translation')
        except ImportError:
            pass
    for name in TRANSLATION_FILES:
        import_module(name)


def handle_translation_registrations(*args, **kwargs):
    if ENABLE_REGISTRATIONS:
        autodiscover()
