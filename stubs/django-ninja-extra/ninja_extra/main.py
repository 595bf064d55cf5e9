"""The API: controllers that are registered stand beside the routers."""
from importlib import import_module

from _unlatched import import_string
from ninja import NinjaAPI
from ninja.constants import NOT_SET
from ninja.openapi.docs import Swagger
from ninja_extra import exceptions, router
from ninja_extra.controllers.registry import controller_registry


class NinjaExtraAPI(NinjaAPI):
    def __init__(
        self,
        *,
        title='NinjaExtraAPI',
        version='1.0.0',
        description='',
        openapi_url='/openapi.json',
        docs=Swagger(),
        docs_url='/docs',
        docs_decorator=None,
        servers=None,
        urls_namespace=None,
        csrf=False,
        auth=NOT_SET,
        throttle=NOT_SET,
        renderer=None,
        parser=None,
        openapi_extra=None,
        app_name='ninja',
        **kwargs,
    ):
        super().__init__(
            title=title,
            version=version,
            description=description,
            openapi_url=openapi_url,
            docs=docs,
            docs_url=docs_url,
            docs_decorator=docs_decorator,
            urls_namespace=urls_namespace,
            auth=auth,
            throttle=throttle,
            renderer=renderer,
            parser=parser,
            default_router=router.Router(),
        )
        self.app_name = app_name
        self.exception_handler(exceptions.APIException)(self.api_exception_handler)
        self._controller_routers = []
        self._controller_routers_merged = False

    def api_exception_handler(self, request, exc):
        return self.create_response(request, {'detail': exc.detail}, status=exc.status_code)

    @property
    def urls(self):
        return (self._get_urls(), self.app_name, self.urls_namespace.split(':')[-1])

    def _get_bound_routers(self):
        bound_routers = super()._get_bound_routers()
        if not self._controller_routers_merged:
            bound_routers.extend(self._controller_routers)
            self._controller_routers_merged = True
        return bound_routers

    def register_controllers(self, *controllers):
        for controller in controllers:
            if isinstance(controller, str):
                controller = import_string(controller)
            api_controller = controller._unlatched_api_controller
            if not api_controller.is_registered(self):
                api_controller.set_api_instance(self)
                self._controller_routers.extend(api_controller.build_routers(self))

    def auto_discover_controllers(self):
        from django.apps import apps

        for app in apps.get_app_configs():
            if app.name.startswith('django.'):
                continue
            for name in ('api', 'controllers'):
                try:
                    import_module(app.name + '.' + name)
                except ImportError:
                    pass
        self.register_controllers(*controller_registry.get_controllers().values())
