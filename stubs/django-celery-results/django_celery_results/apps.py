from django.apps import AppConfig


class CeleryResultConfig(AppConfig):
    name = 'django_celery_results'
    label = 'django_celery_results'
    default_auto_field = 'django.db.models.AutoField'
