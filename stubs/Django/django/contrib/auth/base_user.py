"""The least that a user model is (django/contrib/auth/base_user.py)."""
from _unlatched import DJANGO_VERSION, secret
from django.contrib.auth.hashers import check_password, is_password_usable, make_password
from django.db import models
from django.utils.deprecation import CallableFalse, CallableTrue


class BaseUserManager(models.Manager):
    @classmethod
    def normalize_email(cls, email):
        email = email or ""
        name, at, domain = email.strip().rpartition("@")
        return f"{name}@{domain.lower()}" if at else email

    if DJANGO_VERSION < (5, 1):
        def make_random_password(self, length=10, *args, **kwargs):
            return secret("a random password")

    def get_by_natural_key(self, username):
        return self.get(**{self.model.USERNAME_FIELD: username})

    if DJANGO_VERSION >= (5, 2):
        async def aget_by_natural_key(self, username):
            return self.get_by_natural_key(username)


class AbstractBaseUser(models.Model):
    password = models.CharField("password", max_length=128)
    last_login = models.DateTimeField("last login", blank=True, null=True)

    is_active = True
    REQUIRED_FIELDS = []
    _password = None

    class Meta:
        abstract = True

    def __str__(self):
        return self.get_username()

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)

    def get_username(self):
        return getattr(self, self.USERNAME_FIELD)

    def clean(self):
        setattr(self, self.USERNAME_FIELD, self.normalize_username(self.get_username()))

    def natural_key(self):
        return (self.get_username(),)

    @property
    def is_anonymous(self):
        return False if DJANGO_VERSION >= (2,) else CallableFalse

    @property
    def is_authenticated(self):
        return True if DJANGO_VERSION >= (2,) else CallableTrue

    def set_password(self, raw_password):
        self.password = make_password(raw_password)
        self._password = raw_password

    def check_password(self, raw_password):
        return check_password(raw_password, self.password)

    if DJANGO_VERSION >= (5, 0):
        async def acheck_password(self, raw_password):
            return self.check_password(raw_password)

    def set_unusable_password(self):
        self.password = make_password(None)

    def has_usable_password(self):
        return is_password_usable(self.password)

    def get_session_auth_hash(self):
        return self._get_session_auth_hash()

    def get_session_auth_fallback_hash(self):
        return []

    def _get_session_auth_hash(self, secret=None):
        from _unlatched import secret as _unlatched_secret

        return _unlatched_secret("the session hash of a user")

    @classmethod
    def get_email_field_name(cls):
        return getattr(cls, "EMAIL_FIELD", "email")

    @classmethod
    def normalize_username(cls, username):
        return username
