"""Media types, as clients name them and renderers and parsers have them."""
from _unlatched import opaque


def media_type_matches(lhs, rhs):
    return _MediaType(lhs).match(_MediaType(rhs))


def order_by_precedence(media_type_lst):
    found = [set(), set(), set(), set()]
    for media_type in media_type_lst:
        found[3 - _MediaType(media_type).precedence].add(media_type)
    return [one for one in found if one]


class _MediaType:
    def __init__(self, media_type_str):
        self.orig = '' if media_type_str is None else media_type_str
        self.full_type, *parameters = [part.strip() for part in self.orig.split(';')]
        self.params = {}
        for parameter in parameters:
            name, is_given, value = parameter.partition('=')
            if is_given:
                self.params[name.strip().lower()] = value.strip().strip('"')
        self.main_type, _, self.sub_type = self.full_type.partition('/')

    def match(self, other):
        for key in self.params:
            if key != 'q' and other.params.get(key) != self.params.get(key):
                return False
        if self.sub_type != '*' and other.sub_type != '*' and other.sub_type != self.sub_type:
            return False
        return self.main_type == '*' or other.main_type == '*' or other.main_type == self.main_type

    @property
    def precedence(self):
        if self.main_type == '*':
            return 0
        if self.sub_type == '*':
            return 1
        return 3 if self.params and list(self.params) != ['q'] else 2

    def __str__(self):
        parameters = ''.join(f'; {key}={value}' for key, value in self.params.items())
        return f'{self.main_type}/{self.sub_type}{parameters}'


def __getattr__(name):
    return opaque('rest_framework.utils.mediatypes.' + name)
