from rest_framework.parsers import BaseParser

from _unlatched import attacker


class XMLParser(BaseParser):
    media_type = 'application/xml'

    def parse(self, stream, media_type=None, parser_context=None):
        return attacker('body')
