from _unlatched import opaque
from django.views.generic import TemplateView


class _MainView(TemplateView):
    template_name = 'health_check/index.html'

    def get(self, request, *args, **kwargs):
        return opaque('health_check report')


class MainView(_MainView):
    pass


class HealthCheckView(_MainView):
    pass
