"""The view that shows a schema."""
from rest_framework import exceptions, renderers
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import APIView


class SchemaView(APIView):
    _ignore_model_permissions = True
    schema = None
    renderer_classes = None
    schema_generator = None
    public = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.renderer_classes is None:
            self.renderer_classes = [renderers.OpenAPIRenderer, renderers.JSONOpenAPIRenderer]

    def get(self, request, *args, **kwargs):
        schema = self.schema_generator.get_schema(request, self.public)
        if schema is None:
            raise exceptions.PermissionDenied()
        return Response(schema)

    def handle_exception(self, exc):
        self.renderer_classes = api_settings.DEFAULT_RENDERER_CLASSES
        self.request.accepted_renderer, self.request.accepted_media_type = self.perform_content_negotiation(self.request, force=True)
        return super().handle_exception(exc)
