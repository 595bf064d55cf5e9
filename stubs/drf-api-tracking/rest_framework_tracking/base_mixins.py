"""Hooks of a project around the log are called as by the real mixin; what the log holds is left out."""
from django.utils.timezone import now

from _unlatched import opaque


class BaseLoggingMixin:
    CLEANED_SUBSTITUTE = '********************'
    logging_methods = '__all__'
    sensitive_fields = {}

    def initial(self, request, *args, **kwargs):
        self.log = {'requested_at': now()}
        super().initial(request, *args, **kwargs)
        self.log['data'] = self._clean_data(self.request.data)

    def handle_exception(self, exc):
        return super().handle_exception(exc)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        asks = self._should_log if hasattr(self, '_should_log') else self.should_log
        if asks(request, response):
            try:
                self.handle_log()
            except Exception:
                pass
        return response

    def handle_log(self):
        raise NotImplementedError

    def _get_path(self, request):
        return request.path

    def _get_ip_address(self, request):
        return request.META.get('REMOTE_ADDR', '')

    def _get_view_name(self, request):
        return opaque('name of the view')

    def _get_view_method(self, request):
        return opaque('name of the action')

    def _get_user(self, request):
        return None if request.user.is_anonymous else request.user

    def _get_response_ms(self):
        return opaque('time that the answer took')

    def should_log(self, request, response):
        return self.logging_methods == '__all__' or request.method in self.logging_methods

    def _clean_data(self, data):
        return data
