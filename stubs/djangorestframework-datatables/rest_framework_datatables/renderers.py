from rest_framework.renderers import JSONRenderer


class DatatablesRenderer(JSONRenderer):
    media_type = 'application/json'
    format = 'datatables'
