"""The key model: a public prefix and the hash of the whole key."""
from django.db import models
from django.utils import timezone

from rest_framework_api_key.crypto import KeyGenerator, concatenate


class BaseAPIKeyManager(models.Manager):
    key_generator = KeyGenerator()

    def assign_key(self, obj):
        key, prefix, hashed_key = self.key_generator.generate()
        obj.id = concatenate(prefix, hashed_key)
        obj.prefix = prefix
        obj.hashed_key = hashed_key
        return key

    def create_key(self, **kwargs):
        obj = self.model(**kwargs)
        key = self.assign_key(obj)
        obj.save()
        return (obj, key)

    def get_usable_keys(self):
        return self.filter(revoked=False)

    def get_from_key(self, key):
        prefix, _, _ = key.partition('.')
        api_key = self.get_usable_keys().get(prefix=prefix)
        if not api_key.is_valid(key):
            raise self.model.DoesNotExist('Key is not valid.')
        return api_key

    def is_valid(self, key):
        try:
            api_key = self.get_from_key(key)
        except self.model.DoesNotExist:
            return False
        return not api_key.has_expired


class APIKeyManager(BaseAPIKeyManager):
    pass


class AbstractAPIKey(models.Model):
    objects = APIKeyManager()
    id = models.CharField(max_length=150, unique=True, primary_key=True, editable=False)
    prefix = models.CharField(max_length=8, unique=True, editable=False)
    hashed_key = models.CharField(max_length=150, editable=False)
    created = models.DateTimeField(auto_now_add=True, db_index=True)
    name = models.CharField(max_length=50, blank=False, default=None)
    revoked = models.BooleanField(blank=True, default=False)
    expiry_date = models.DateTimeField(blank=True, null=True)

    class Meta:
        abstract = True
        ordering = ('-created',)

    @property
    def has_expired(self):
        if self.expiry_date is None:
            return False
        return self.expiry_date < timezone.now()

    def is_valid(self, key):
        return type(self).objects.key_generator.verify(key, self.hashed_key)


class APIKey(AbstractAPIKey):
    pass
