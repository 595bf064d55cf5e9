from django.apps import AppConfig

from guardian import monkey_patch_group, monkey_patch_user
from guardian.conf import settings


class GuardianConfig(AppConfig):
    name = 'guardian'
    default_auto_field = 'django.db.models.AutoField'

    def ready(self):
        if settings.MONKEY_PATCH_GROUP:
            monkey_patch_group()
        if settings.MONKEY_PATCH_USER:
            monkey_patch_user()
