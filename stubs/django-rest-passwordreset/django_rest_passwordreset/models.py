from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models

from django_rest_passwordreset.tokens import get_token_generator

TOKEN_GENERATOR_CLASS = get_token_generator()


class ResetPasswordToken(models.Model):
    id = models.AutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name='password_reset_tokens', on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)
    key = models.CharField(max_length=64, db_index=True, unique=True)
    ip_address = models.GenericIPAddressField(default='', blank=True, null=True)
    user_agent = models.CharField(max_length=512, default='', blank=True)

    @staticmethod
    def generate_key():
        return TOKEN_GENERATOR_CLASS.generate_token()

    def save(self, *args, **kwargs):
        if not self.key:
            self.key = self.generate_key()
        return super().save(*args, **kwargs)


def get_password_reset_token_expiry_time():
    return getattr(settings, 'DJANGO_REST_MULTITOKENAUTH_RESET_TOKEN_EXPIRY_TIME', 24)


def get_password_reset_lookup_field():
    return getattr(settings, 'DJANGO_REST_LOOKUP_FIELD', 'email')


def clear_expired(expiry_time):
    ResetPasswordToken.objects.filter(created_at__lte=expiry_time).delete()


def eligible_for_reset(self):
    if not self.is_active:
        return False
    return not getattr(settings, 'DJANGO_REST_MULTITOKENAUTH_REQUIRE_USABLE_PASSWORD', True) or self.has_usable_password()


get_user_model().add_to_class('eligible_for_reset', eligible_for_reset)
