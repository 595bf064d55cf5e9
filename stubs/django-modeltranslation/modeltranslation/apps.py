from django.apps import AppConfig


class ModeltranslationConfig(AppConfig):
    name = 'modeltranslation'

    def ready(self):
        from modeltranslation.models import handle_translation_registrations

        handle_translation_registrations()
