class OAuthToolkitError(Exception):
    def __init__(self, error=None, redirect_uri=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.oauthlib_error = error


class FatalClientError(OAuthToolkitError):
    pass


class OIDCError(Exception):
    status_code = 400
    error = None


class InvalidRequestFatalError(OIDCError):
    error = 'invalid_request'


class ClientIdMissmatch(InvalidRequestFatalError):
    pass


class InvalidOIDCClientError(InvalidRequestFatalError):
    pass


class InvalidOIDCRedirectURIError(InvalidRequestFatalError):
    pass


class InvalidIDTokenError(InvalidRequestFatalError):
    pass


class LogoutDenied(OIDCError):
    error = 'logout_denied'
