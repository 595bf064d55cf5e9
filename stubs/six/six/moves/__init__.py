"""Modules and functions that have other names in Python 3."""
import builtins
import configparser
from functools import reduce
from io import StringIO
from itertools import zip_longest

from _unlatched import import_module, opaque

filter = filter
input = input
map = map
range = xrange = range
zip = zip
intern = opaque('sys.intern')
cStringIO = StringIO


def __getattr__(name):
    known = {'http_client': 'http.client', 'http_cookies': 'http.cookies', 'cPickle': 'pickle', 'queue': 'queue', 'html_parser': 'html.parser'}
    return import_module(known[name]) if name in known else opaque('six.moves.' + name)
