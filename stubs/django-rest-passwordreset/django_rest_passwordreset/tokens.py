from django.conf import settings
from django.utils.module_loading import import_string

from _unlatched import secret


def get_token_generator():
    config = getattr(settings, 'DJANGO_REST_PASSWORDRESET_TOKEN_CONFIG', None) or {}
    generator = import_string(config['CLASS']) if 'CLASS' in config else RandomStringTokenGenerator
    return generator(**config.get('OPTIONS', {}))


class BaseTokenGenerator:
    def __init__(self, *args, **kwargs):
        pass

    def generate_token(self, *args, **kwargs):
        raise NotImplementedError


class RandomStringTokenGenerator(BaseTokenGenerator):
    def __init__(self, min_length=10, max_length=50, *args, **kwargs):
        self.min_length = min_length
        self.max_length = max_length

    def generate_token(self, *args, **kwargs):
        return secret('a password reset token')


class RandomNumberTokenGenerator(BaseTokenGenerator):
    def __init__(self, min_number=10000, max_number=99999, *args, **kwargs):
        self.min_number = min_number
        self.max_number = max_number

    def generate_token(self, *args, **kwargs):
        return secret('a password reset token')
