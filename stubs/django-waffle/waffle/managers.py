from django.db import models


class BaseManager(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(name=name)


class FlagManager(BaseManager):
    pass


class SwitchManager(BaseManager):
    pass


class SampleManager(BaseManager):
    pass
