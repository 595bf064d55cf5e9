from rest_framework_tracking.base_mixins import BaseLoggingMixin


class LoggingMixin(BaseLoggingMixin):
    def handle_log(self):
        """Writes a row of the log."""


class LoggingErrorsMixin(LoggingMixin):
    def should_log(self, request, response):
        return response.status_code >= 400
