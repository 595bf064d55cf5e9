"""INI files. Files of an installation are taken to be missing, so each option has the fallback that the code names, as an assumption; given text is parsed."""
DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10


class _Unset:
    pass


_UNSET = _Unset()


class Error(Exception):
    pass


class NoSectionError(Error):
    pass


class NoOptionError(Error):
    pass


class DuplicateSectionError(Error):
    pass


class DuplicateOptionError(Error):
    pass


class ParsingError(Error):
    pass


class MissingSectionHeaderError(ParsingError):
    pass


class InterpolationError(Error):
    pass


class Interpolation:
    pass


class BasicInterpolation(Interpolation):
    pass


class ExtendedInterpolation(Interpolation):
    pass


class SectionProxy:
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    @property
    def name(self):
        return self._name

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def get(self, option, fallback=None, **kwargs):
        return self._parser.get(self._name, option, fallback=fallback)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback)


class RawConfigParser:
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, **kwargs):
        self._sections = {}
        self._defaults = dict(defaults or {})

    def read(self, filenames, encoding=None):
        return []

    def read_file(self, f, source=None):
        raise FileNotFoundError('a file of the installation')

    def read_string(self, string, source='<string>'):
        section = None
        for line in string.splitlines():
            line = line.strip()
            if not line or line.startswith('#') or line.startswith(';'):
                continue
            if line.startswith('[') and line.endswith(']'):
                section = self._defaults if line[1:-1] == DEFAULTSECT else self._sections.setdefault(line[1:-1], {})
            elif section is not None:
                name, _, value = line.partition('=') if '=' in line else line.partition(':')
                section[self.optionxform(name.strip())] = value.strip()

    def read_dict(self, dictionary, source='<dict>'):
        for section, values in dictionary.items():
            for name, value in values.items():
                self._sections.setdefault(section, {})[self.optionxform(name)] = str(value)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        self._sections.setdefault(section, {})

    def has_section(self, section):
        return section in self._sections

    def has_option(self, section, option):
        option = self.optionxform(option)
        return option in self._sections.get(section, {}) or (section in self._sections and option in self._defaults)

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._sections[section]) + list(self._defaults)

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, SectionProxy(self, name)) for name in self._sections]
        if section not in self._sections:
            raise NoSectionError(section)
        values = dict(self._defaults)
        values.update(self._sections[section])
        return list(values.items())

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        option = self.optionxform(option)
        if vars and option in vars:
            return vars[option]
        if section in self._sections:
            if option in self._sections[section]:
                return self._sections[section][option]
            if option in self._defaults:
                return self._defaults[option]
        if fallback is not _UNSET:
            return fallback
        raise (NoOptionError if section in self._sections else NoSectionError)(section)

    def _get(self, section, conv, option, **kwargs):
        return conv(self.get(section, option, **kwargs))

    def _get_conv(self, section, option, conv, *, fallback=_UNSET, **kwargs):
        try:
            return self._get(section, conv, option, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean')
        return self.BOOLEAN_STATES[value.lower()]

    def set(self, section, option, value=None):
        if section not in self._sections:
            raise NoSectionError(section)
        self._sections[section][self.optionxform(option)] = value

    def remove_option(self, section, option):
        return self._sections.get(section, {}).pop(self.optionxform(option), None) is not None

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        pass

    def __getitem__(self, key):
        if key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        self._sections[key] = {}
        self.read_dict({key: value})

    def __contains__(self, key):
        return key in self._sections

    def __iter__(self):
        return iter(list(self._sections))


class ConfigParser(RawConfigParser):
    pass


SafeConfigParser = ConfigParser
