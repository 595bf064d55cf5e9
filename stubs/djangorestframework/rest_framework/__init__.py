"""Django REST framework as far as it decides who gets in."""
from _unlatched import DRF_VERSION

__title__ = 'Django REST framework'
VERSION = '.'.join([str(part) for part in DRF_VERSION])
__version__ = VERSION
HTTP_HEADER_ENCODING = 'iso-8859-1'
ISO_8601 = 'iso-8601'
if DRF_VERSION >= (3, 17):
    DJANGO_DURATION_FORMAT = 'django'
