"""Models whose Meta names their permissions. `rules_permissions` is not registered here: such checks stay undecided."""
from django.db.models import Model

from _unlatched import opaque


class RulesModelMixin:
    @classmethod
    def get_perm(cls, perm_type):
        return f'{cls._meta.app_label}.{perm_type}_{cls._meta.model_name}'

    @classmethod
    def preprocess_rules_permissions(cls, perms):
        pass


class RulesModel(RulesModelMixin, Model):
    class Meta:
        abstract = True


def __getattr__(name):
    return opaque('rules.contrib.models.' + name)
