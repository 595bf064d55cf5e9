from rest_framework.routers import DefaultRouter, SimpleRouter


class BulkRouter(DefaultRouter):
    routes = [
        SimpleRouter.routes[0]._replace(
            mapping={'get': 'list', 'post': 'create', 'put': 'bulk_update', 'patch': 'partial_bulk_update', 'delete': 'bulk_destroy'}
        ),
        *SimpleRouter.routes[1:],
    ]
