"""Models whose Meta names their permissions. What the metaclass of rules does when a model class is made, `__init_subclass__` does here."""
from django.db.models import Model
from django.db.models.base import ModelBase

from rules.permissions import add_perm


class RulesModelBaseMixin:
    pass


class RulesModelBase(RulesModelBaseMixin, ModelBase):
    pass


class RulesModelMixin:
    def __init_subclass__(cls, **kwargs):
        # Django's model, which stands behind the mixin, gets its options first.
        super().__init_subclass__(**kwargs)
        if '_meta' not in cls.__dict__:
            return
        perms = dict(getattr(cls.__dict__.get('Meta'), 'rules_permissions', None) or {})
        cls._meta.rules_permissions = perms
        cls.preprocess_rules_permissions(perms)
        for perm_type, predicate in perms.items():
            add_perm(cls.get_perm(perm_type), predicate)

    @classmethod
    def get_perm(cls, perm_type):
        return '%s.%s_%s' % (cls._meta.app_label, perm_type, cls._meta.model_name)

    @classmethod
    def preprocess_rules_permissions(cls, perms):
        pass


class RulesModel(RulesModelMixin, Model, metaclass=RulesModelBase):
    class Meta:
        abstract = True
