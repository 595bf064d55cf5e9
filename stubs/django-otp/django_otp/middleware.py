from _unlatched import world


def is_verified(user):
    return user.otp_device is not None


class OTPMiddleware:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = getattr(request, 'user', None)
        if user is not None:
            self._verify_user(request, user)
        return self.get_response(request)

    def _verify_user(self, request, user):
        user.otp_device = world('device of the session') if user.is_authenticated and world('second factor was shown') else None
        user.is_verified = lambda: is_verified(user)
        return user
