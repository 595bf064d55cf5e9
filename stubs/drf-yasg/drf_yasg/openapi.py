"""Parts of a document: they hold what they are given."""
from _unlatched import opaque

TYPE_OBJECT = 'object'
TYPE_STRING = 'string'
TYPE_NUMBER = 'number'
TYPE_INTEGER = 'integer'
TYPE_BOOLEAN = 'boolean'
TYPE_ARRAY = 'array'
TYPE_FILE = 'file'
FORMAT_DATE = 'date'
FORMAT_DATETIME = 'date-time'
FORMAT_PASSWORD = 'password'
FORMAT_BINARY = 'binary'
FORMAT_FLOAT = 'float'
FORMAT_DOUBLE = 'double'
FORMAT_EMAIL = 'email'
FORMAT_URI = 'uri'
FORMAT_UUID = 'uuid'
FORMAT_SLUG = 'slug'
FORMAT_DECIMAL = 'decimal'
IN_BODY = 'body'
IN_PATH = 'path'
IN_QUERY = 'query'
IN_FORM = 'formData'
IN_HEADER = 'header'
SCHEMA_DEFINITIONS = 'definitions'


class SwaggerDict(dict):
    def __init__(self, **attrs):
        super().__init__(**attrs)


class Contact(SwaggerDict):
    def __init__(self, name=None, url=None, email=None, **extra):
        super().__init__(**extra)


class License(SwaggerDict):
    def __init__(self, name, url=None, **extra):
        super().__init__(**extra)


class Info(SwaggerDict):
    def __init__(self, title, default_version, *args, **extra):
        super().__init__(**extra)
        self.title = title


class Swagger(SwaggerDict):
    def __init__(self, *args, **extra):
        super().__init__(**extra)


class Paths(SwaggerDict):
    def __init__(self, paths, **extra):
        super().__init__(**extra)


class PathItem(SwaggerDict):
    OPERATION_NAMES = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch']

    def __init__(self, *args, **extra):
        super().__init__(**extra)


class Operation(SwaggerDict):
    def __init__(self, operation_id, responses, *args, **extra):
        super().__init__(**extra)


class Items(SwaggerDict):
    def __init__(self, *args, **extra):
        super().__init__(**extra)


class Parameter(SwaggerDict):
    def __init__(self, name, in_, *args, **extra):
        super().__init__(**extra)
        self.name = name
        self.in_ = in_


class Schema(SwaggerDict):
    def __init__(self, *args, **extra):
        super().__init__(**extra)


class Responses(SwaggerDict):
    def __init__(self, responses, default=None, **extra):
        super().__init__(**extra)


class Response(SwaggerDict):
    def __init__(self, description, schema=None, examples=None, headers=None, **extra):
        super().__init__(**extra)
        self.description = description


class ReferenceResolver:
    def __init__(self, *scopes, **kwargs):
        pass


def __getattr__(name):
    return opaque('drf_yasg.openapi.' + name)
