from django.contrib.auth import get_user_model


class AuditlogMiddleware:
    def __init__(self, get_response=None):
        self.get_response = get_response

    @staticmethod
    def _get_remote_addr(request):
        return request.META.get('REMOTE_ADDR')

    @staticmethod
    def _get_remote_port(request):
        return None

    @staticmethod
    def _get_actor(request):
        user = getattr(request, 'user', None)
        return user if isinstance(user, get_user_model()) and user.is_authenticated else None

    def get_extra_data(self, request):
        """For subclasses of a project; what they add goes to the log alone."""
        return {'remote_addr': self._get_remote_addr(request), 'remote_port': None, 'actor': self._get_actor(request)}

    def __call__(self, request):
        self.get_extra_data(request)
        return self.get_response(request)
