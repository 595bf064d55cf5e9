from django.db import models


class PrefetchUserManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related('user')
