"""The names of a body are the caller's in every spelling."""
from rest_framework.parsers import FormParser, JSONParser, MultiPartParser


class CamelCaseJSONParser(JSONParser):
    pass


class CamelCaseFormParser(FormParser):
    pass


class CamelCaseMultiPartParser(MultiPartParser):
    pass
