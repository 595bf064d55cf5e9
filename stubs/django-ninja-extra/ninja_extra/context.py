class RouteContext:
    def __init__(self, request, args=None, permission_classes=None, kwargs=None, response=None, api=None, view_signature=None):
        self.request = request
        self.response = response
        self.args = args or []
        self.kwargs = kwargs or {}
        self.permission_classes = permission_classes or []
