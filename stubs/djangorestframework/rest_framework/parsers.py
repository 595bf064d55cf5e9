"""Parsers: names and media types."""
from _unlatched import attacker, opaque
from rest_framework import renderers
from rest_framework.exceptions import ParseError  # noqa: F401
from rest_framework.settings import api_settings


class DataAndFiles:
    def __init__(self, data, files):
        self.data = data
        self.files = files


class BaseParser:
    media_type = None

    def parse(self, stream, media_type=None, parser_context=None):
        raise NotImplementedError('.parse() must be overridden.')


class JSONParser(BaseParser):
    media_type = 'application/json'
    renderer_class = renderers.JSONRenderer
    strict = api_settings.STRICT_JSON

    def parse(self, stream, media_type=None, parser_context=None):
        return attacker('body')


class FormParser(BaseParser):
    media_type = 'application/x-www-form-urlencoded'

    def parse(self, stream, media_type=None, parser_context=None):
        return attacker('body')


class MultiPartParser(BaseParser):
    media_type = 'multipart/form-data'

    def parse(self, stream, media_type=None, parser_context=None):
        return DataAndFiles(attacker('body'), attacker('body:files'))


class FileUploadParser(BaseParser):
    media_type = '*/*'

    def parse(self, stream, media_type=None, parser_context=None):
        return DataAndFiles({}, attacker('body:files'))

    def get_filename(self, stream, media_type, parser_context):
        return attacker('body:filename')


def __getattr__(name):
    return opaque('rest_framework.parsers.' + name)
