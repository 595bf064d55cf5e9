from django.contrib.auth import get_user_model

UserModel = get_user_model()


class WebAuthnBackend:
    def authenticate(self, request, webauthn_credential=None, **kwargs):
        if webauthn_credential:
            user = webauthn_credential.user
            return user if self.user_can_authenticate(user) else None
        return None

    def get_user(self, user_id):
        try:
            user = UserModel._default_manager.get(pk=user_id)
        except UserModel.DoesNotExist:
            return None
        return user if self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user):
        return bool(user and getattr(user, 'is_active', True))
