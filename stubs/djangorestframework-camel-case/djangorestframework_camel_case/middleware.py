class CamelCaseMiddleWare:
    """The real one respells the names of the query, which are the caller's in every spelling."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
