from django.http import JsonResponse

from _unlatched import opaque


class APIResponse(JsonResponse):
    def __init__(self, request, *args, **kwargs):
        super().__init__(opaque('answer'), status=kwargs.get('status', 200))


class ErrorResponse(APIResponse):
    def __init__(self, request, *args, **kwargs):
        super().__init__(request, status=kwargs.get('status', 400))
