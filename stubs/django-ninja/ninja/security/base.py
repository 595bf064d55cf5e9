class SecuritySchema(dict):
    def __init__(self, type, **kwargs):
        super().__init__(type=type, **kwargs)


class AuthBase:
    def __init__(self):
        self.is_async = False

    def __call__(self, request):
        pass
