"""A header that tells browsers what pages may use."""


class PermissionsPolicyMiddleware:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response, *args, **kwargs):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
