from rest_framework.renderers import BrowsableAPIRenderer, JSONRenderer


class CamelCaseJSONRenderer(JSONRenderer):
    pass


class CamelCaseBrowsableAPIRenderer(BrowsableAPIRenderer):
    pass
