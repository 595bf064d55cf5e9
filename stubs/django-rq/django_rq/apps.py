from django.apps import AppConfig


class DjangoRqAdminConfig(AppConfig):
    name = 'django_rq'
