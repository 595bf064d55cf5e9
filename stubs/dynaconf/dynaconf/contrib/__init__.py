from dynaconf.contrib.django_dynaconf_v2 import DjangoDynaconf

from _unlatched import opaque


def __getattr__(name):
    return opaque('dynaconf.contrib.' + name)
