"""Rows that switch features on. A missing row counts as the defaults of the settings say, which may be on as well."""
from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone

from _unlatched import db_instance, opaque, world
from waffle import managers


class BaseModel(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def get(cls, name):
        return db_instance(cls, [('name', 'exact', name)])

    @classmethod
    def get_from_db(cls, name):
        return cls.objects.get(name=name)

    @classmethod
    def get_all(cls):
        return cls.get_all_from_db()

    @classmethod
    def get_all_from_db(cls):
        return list(cls.objects.all())

    def flush(self):
        pass


def set_flag(request, flag_name, active=True, session_only=False):
    if not hasattr(request, 'waffles'):
        request.waffles = {}
    request.waffles[flag_name] = [active, session_only]


class AbstractBaseFlag(BaseModel):
    name = models.CharField(max_length=100, unique=True)
    everyone = models.BooleanField(blank=True, null=True)
    percent = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    testing = models.BooleanField(default=False)
    superusers = models.BooleanField(default=True)
    staff = models.BooleanField(default=False)
    authenticated = models.BooleanField(default=False)
    languages = models.TextField(blank=True, default='')
    rollout = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now, db_index=True)
    modified = models.DateTimeField(default=timezone.now)
    objects = managers.FlagManager()

    class Meta:
        abstract = True

    def is_active_for_user(self, user):
        return world(f'flag {self.name} is on')

    def is_active(self, request, read_only=False):
        """Other columns than those for users may switch it on too: for everyone, for some in a hundred, for who sends a test cookie."""
        user = getattr(request, 'user', None)
        return (user and self.is_active_for_user(user)) or world(f'flag {self.name} is on')


class AbstractUserFlag(AbstractBaseFlag):
    groups = models.ManyToManyField(Group, blank=True)
    users = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True)

    class Meta(AbstractBaseFlag.Meta):
        abstract = True

    def is_active_for_user(self, user):
        return super().is_active_for_user(user)


class Flag(AbstractUserFlag):
    class Meta(AbstractUserFlag.Meta):
        swappable = 'WAFFLE_FLAG_MODEL'


class AbstractBaseSwitch(BaseModel):
    name = models.CharField(max_length=100, unique=True)
    active = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now, db_index=True)
    modified = models.DateTimeField(default=timezone.now)
    objects = managers.SwitchManager()

    class Meta:
        abstract = True

    def is_active(self):
        return world(f'switch {self.name} is on')


class AbstractBaseSample(BaseModel):
    name = models.CharField(max_length=100, unique=True)
    percent = models.DecimalField(max_digits=4, decimal_places=1)
    note = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now, db_index=True)
    modified = models.DateTimeField(default=timezone.now)
    objects = managers.SampleManager()

    class Meta:
        abstract = True

    def is_active(self):
        return world(f'sample {self.name} is on')


class Switch(AbstractBaseSwitch):
    class Meta(AbstractBaseSwitch.Meta):
        swappable = 'WAFFLE_SWITCH_MODEL'


class Sample(AbstractBaseSample):
    class Meta(AbstractBaseSample.Meta):
        swappable = 'WAFFLE_SAMPLE_MODEL'


def __getattr__(name):
    return opaque('waffle.models.' + name)
