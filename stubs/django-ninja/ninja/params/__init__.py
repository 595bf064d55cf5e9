"""Where a parameter is taken from: always from the caller."""
from _unlatched import attacker, opaque


class ParamShortcut:
    def __init__(self, base_func):
        self._base_func = base_func

    def __call__(self, *args, **kwargs):
        return attacker('parameter')

    def __getitem__(self, args):
        return opaque('type of a parameter')


Path = ParamShortcut('Path')
Query = ParamShortcut('Query')
Header = ParamShortcut('Header')
Cookie = ParamShortcut('Cookie')
Body = ParamShortcut('Body')
Form = ParamShortcut('Form')
File = ParamShortcut('File')
BodyEx = CookieEx = FileEx = FormEx = HeaderEx = PathEx = QueryEx = opaque('parameter')


def P(*args, **kwargs):
    return attacker('parameter')
