"""Feature flags. Whether one is on is a row of the database, or a project's own model says it."""
from django.apps import apps

from waffle.utils import get_setting


def flag_is_active(request, flag_name, read_only=False):
    return get_waffle_flag_model().get(flag_name).is_active(request, read_only=read_only)


def switch_is_active(switch_name):
    return get_waffle_switch_model().get(switch_name).is_active()


def sample_is_active(sample_name):
    return get_waffle_sample_model().get(sample_name).is_active()


def get_waffle_flag_model():
    return get_waffle_model('FLAG_MODEL')


def get_waffle_switch_model():
    return get_waffle_model('SWITCH_MODEL')


def get_waffle_sample_model():
    return get_waffle_model('SAMPLE_MODEL')


def get_waffle_model(setting_name):
    default = {'FLAG_MODEL': 'waffle.Flag', 'SWITCH_MODEL': 'waffle.Switch', 'SAMPLE_MODEL': 'waffle.Sample'}[setting_name]
    return apps.get_model(get_setting(setting_name, default))
