"""Schema views. Of the generators behind them only one decides something: that of CoreAPI has nothing for whoever may see nothing."""
from _unlatched import DRF_VERSION, import_module, opaque
from rest_framework.schemas.inspectors import DefaultSchema, ViewInspector  # noqa: F401
from rest_framework.settings import api_settings


def _unlatched_generator():
    from rest_framework.schemas import openapi

    if DRF_VERSION < (3, 17):
        from rest_framework.schemas import coreapi

        # `coreapi.is_enabled`
        if issubclass(api_settings.DEFAULT_SCHEMA_CLASS, coreapi.AutoSchema):
            return coreapi.SchemaGenerator
    return openapi.SchemaGenerator


def get_schema_view(
    title=None,
    url=None,
    description=None,
    urlconf=None,
    renderer_classes=None,
    public=False,
    patterns=None,
    generator_class=None,
    authentication_classes=api_settings.DEFAULT_AUTHENTICATION_CLASSES,
    permission_classes=api_settings.DEFAULT_PERMISSION_CLASSES,
    version=None,
):
    """The view is guarded by what it is given here, or by the default policy."""
    from rest_framework.schemas.views import SchemaView

    if generator_class is None:
        generator_class = _unlatched_generator()
    return SchemaView.as_view(
        renderer_classes=renderer_classes,
        schema_generator=generator_class(title=title, url=url, description=description, urlconf=urlconf, patterns=patterns, version=version),
        public=public,
        authentication_classes=authentication_classes,
        permission_classes=permission_classes,
    )


# Loaded when asked for: every DRF project imports this package, few need the generators.
def __getattr__(name):
    if name in ('AutoSchema', 'ManualSchema', 'SchemaGenerator'):
        if DRF_VERSION < (3, 17):
            from rest_framework.schemas import coreapi as generators
        else:
            from rest_framework.schemas import openapi as generators
        return getattr(generators, name)
    if name in ('coreapi', 'generators', 'openapi', 'utils', 'views'):
        return import_module('rest_framework.schemas.' + name)
    return opaque('rest_framework.schemas.' + name)
