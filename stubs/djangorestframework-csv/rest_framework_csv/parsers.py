from rest_framework.parsers import BaseParser

from _unlatched import attacker


class CSVParser(BaseParser):
    media_type = 'text/csv'

    def parse(self, stream, media_type=None, parser_context=None):
        return attacker('body')
