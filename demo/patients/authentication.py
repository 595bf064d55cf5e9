from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.authentication import JWTAuthentication


class DocumentAuthentication(JWTAuthentication):
    """The documents of a patient open in a tab of their own."""

    def authenticate(self, request):
        raw = request.query_params.get("token")
        if raw:
            token = self.get_validated_token(raw)
            return (self.get_user(token), token)
        return super().authenticate(request)


class ImageAuthentication(JWTAuthentication):
    """The image viewer calls us with the header of the page that it is part of."""

    def authenticate(self, request):
        raw = request.query_params.get("token")
        if raw:
            raise AuthenticationFailed("Send the token in the Authorization header.")
        return super().authenticate(request)
