from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.generic import View

from _unlatched import attacker, effect, opaque


class HttpError(Exception):
    def __init__(self, response, message=None, *args, **kwargs):
        self.response = response
        self.message = message
        super().__init__(message, *args, **kwargs)


class GraphQLView(View):
    schema = None
    graphiql = False
    middleware = None
    root_value = None
    pretty = False
    batch = False
    subscription_path = None
    execution_context_class = None
    validation_rules = None

    def __init__(
        self,
        schema=None,
        middleware=None,
        root_value=None,
        graphiql=False,
        pretty=False,
        batch=False,
        subscription_path=None,
        execution_context_class=None,
        validation_rules=None,
    ):
        self.schema = schema or self.schema
        self.middleware = middleware
        self.root_value = root_value
        self.graphiql = graphiql or self.graphiql
        self.batch = batch or self.batch

    def get_root_value(self, request):
        return self.root_value

    def get_middleware(self, request):
        return self.middleware

    def get_context(self, request):
        return request

    @method_decorator(ensure_csrf_cookie)
    def dispatch(self, request, *args, **kwargs):
        try:
            if request.method.lower() not in ('get', 'post'):
                raise HttpError(HttpResponseNotAllowed(['GET', 'POST']), 'GraphQL only supports GET and POST requests.')
            data = self.parse_body(request)
            result, status_code = self.get_response(request, data)
            return HttpResponse(status=status_code, content=result, content_type='application/json')
        except HttpError as error:
            return error.response

    def parse_body(self, request):
        return attacker('body')

    def get_response(self, request, data, show_graphiql=False):
        return self.execute_graphql_request(request, data, attacker('query'), None, None), 200

    def execute_graphql_request(self, request, data, query, variables, operation_name, show_graphiql=False):
        effect('response', "a GraphQL query in the caller's own words")
        return opaque('answer of the schema')


def __getattr__(name):
    return opaque('graphene_django.views.' + name)
