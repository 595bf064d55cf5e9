from _unlatched import attacker


class Parser:
    def parse_body(self, request):
        return attacker('body')

    def parse_querydict(self, data, list_fields, request):
        return attacker('query')
