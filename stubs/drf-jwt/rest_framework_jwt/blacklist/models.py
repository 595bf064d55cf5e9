from django.conf import settings
from django.db import models

from _unlatched import world


class BlacklistedTokenManager(models.Manager):
    def delete_stale_tokens(self):
        return 0


class BlacklistedToken(models.Model):
    token_id = models.UUIDField(db_index=True, null=True)
    token = models.TextField(db_index=True, null=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    expires_at = models.DateTimeField(db_index=True)
    blacklisted_at = models.DateTimeField(auto_now_add=True)
    objects = BlacklistedTokenManager()

    @staticmethod
    def is_blocked(token, payload):
        return world('whether the token is on the list')
