from _unlatched import version_of

if version_of('django-otp-webauthn') >= (0, 10):

    class OTPWebAuthnApiError(Exception):
        status_code = 500
        default_code = 'error'
        default_detail = 'Error processing WebAuthn request.'

        def __init__(self, detail=None, code=None):
            self.detail = detail or self.default_detail
            self.code = code or self.default_code

    class MalformedRequest(OTPWebAuthnApiError):
        status_code = 400
        default_code = 'malformed_request'

    class NotAuthenticated(OTPWebAuthnApiError):
        status_code = 403
        default_code = 'not_authenticated'

    class NotVerified(OTPWebAuthnApiError):
        status_code = 403
        default_code = 'user_not_verified'

    class CredentialUserMismatch(OTPWebAuthnApiError):
        status_code = 403
        default_code = 'credential_user_mismatch'

else:
    from rest_framework.exceptions import APIException

    class OTPWebAuthnApiError(APIException):
        pass


class InvalidState(OTPWebAuthnApiError):
    status_code = 400
    default_code = 'invalid_state'


class UnprocessableEntity(OTPWebAuthnApiError):
    status_code = 422
    default_code = 'unprocessable_request'


class PasswordlessLoginDisabled(OTPWebAuthnApiError):
    status_code = 403
    default_code = 'passwordless_login_disabled'


class UserDisabled(OTPWebAuthnApiError):
    status_code = 403
    default_code = 'user_disabled'


class CredentialDisabled(OTPWebAuthnApiError):
    status_code = 403
    default_code = 'credential_disabled'


class CredentialNotFound(OTPWebAuthnApiError):
    status_code = 404
    default_code = 'credential_not_found'
