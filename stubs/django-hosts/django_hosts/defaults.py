from django.utils.module_loading import import_string


def patterns(prefix, *args):
    hosts = list(args)
    for one in hosts:
        one.add_prefix(prefix)
    return hosts


class host:
    def __init__(self, regex, urlconf, name, callback=None, prefix='', *args, **kwargs):
        self.regex = regex
        self.urlconf = urlconf
        self.name = name
        self._callback = callback
        self.add_prefix(prefix)

    @property
    def callback(self):
        if self._callback is None:
            return lambda *args, **kwargs: None
        return import_string(self._callback) if isinstance(self._callback, str) else self._callback

    def add_prefix(self, prefix=''):
        if prefix:
            self.urlconf = prefix.rstrip('.') + '.' + self.urlconf
