"""What a YAML file holds is known as little as the file, and to whom that is known."""
from _unlatched import is_known, opaque

from yaml.error import MarkedYAMLError, YAMLError


def load(stream, Loader):
    return opaque("the text of a YAML file") if is_known(stream) else stream.parsed


def full_load(stream):
    return load(stream, None)


def safe_load(stream):
    return load(stream, None)


def unsafe_load(stream):
    return load(stream, None)


def __getattr__(name):
    return opaque("yaml." + name)
