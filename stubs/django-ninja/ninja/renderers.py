from _unlatched import opaque
from ninja.responses import NinjaJSONEncoder


class BaseRenderer:
    media_type = None
    charset = 'utf-8'

    def render(self, request, data, *, response_status):
        raise NotImplementedError('Please implement .render() method')


class JSONRenderer(BaseRenderer):
    media_type = 'application/json'
    encoder_class = NinjaJSONEncoder
    json_dumps_params = {}

    def render(self, request, data, *, response_status):
        return opaque('rendered answer')
