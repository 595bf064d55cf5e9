from django.conf import settings
from django.db import models

from _unlatched import effect, opaque


class TenantMixin(models.Model):
    auto_drop_schema = False
    auto_create_schema = True
    schema_name = models.CharField(max_length=63, unique=True, db_index=True)
    domain_url = None
    domain_subfolder = None

    class Meta:
        abstract = True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return None

    def activate(self):
        return None

    @classmethod
    def deactivate(cls):
        return None

    def save(self, verbosity=1, *args, **kwargs):
        super().save(*args, **kwargs)

    def delete(self, force_drop=False, *args, **kwargs):
        super().delete(*args, **kwargs)

    def create_schema(self, check_if_exists=False, sync_schema=True, *args, **kwargs):
        effect('db-write', 'a schema is made')

    def get_primary_domain(self):
        return opaque('domain of a tenant')

    def get_tenant_type(self):
        return opaque('type of a tenant')


class DomainMixin(models.Model):
    domain = models.CharField(max_length=253, unique=True, db_index=True)
    tenant = models.ForeignKey(getattr(settings, 'TENANT_MODEL', 'auth.Group'), db_index=True, related_name='domains', on_delete=models.CASCADE)
    is_primary = models.BooleanField(default=True, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)


def __getattr__(name):
    return opaque('django_tenants.models.' + name)
