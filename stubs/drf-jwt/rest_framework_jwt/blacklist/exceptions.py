from rest_framework.exceptions import AuthenticationFailed


class MissingToken(AuthenticationFailed):
    status_code = 401
    default_code = 'token_missing'


class InvalidAuthorizationCredentials(AuthenticationFailed):
    status_code = 401
    default_code = 'invalid_authorization_credentials'
