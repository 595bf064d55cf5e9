from django.utils.deprecation import MiddlewareMixin


class PrometheusBeforeMiddleware(MiddlewareMixin):
    pass


class PrometheusAfterMiddleware(MiddlewareMixin):
    pass
