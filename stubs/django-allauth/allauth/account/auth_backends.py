from django.contrib.auth.backends import ModelBackend


class AuthenticationBackend(ModelBackend):
    """By name or by address; the password decides."""

    def authenticate(self, request, **credentials):
        if not credentials.get('password'):
            return None
        return super().authenticate(request, username=credentials.get('username') or credentials.get('email'), password=credentials['password'])
