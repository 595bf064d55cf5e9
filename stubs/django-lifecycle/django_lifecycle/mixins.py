import contextlib

from _unlatched import opaque, world


class LifecycleModelMixin:
    def initial_value(self, field_name):
        return world(f'{field_name} when the row was read')

    def has_changed(self, field_name):
        return world(f'{field_name} was changed')

    def save(self, *args, **kwargs):
        kwargs.pop('skip_hooks', None)
        return super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        return super().delete(*args, **kwargs)


@contextlib.contextmanager
def bypass_hooks_for(models):
    yield


def __getattr__(name):
    return opaque('django_lifecycle.mixins.' + name)
