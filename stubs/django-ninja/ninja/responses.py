from django.http import JsonResponse



class Status:
    def __init__(self, status_code, value):
        self.status_code = status_code
        self.value = value


class NinjaJSONEncoder:
    pass


class Response(JsonResponse):
    def __init__(self, data, **kwargs):
        super().__init__(data, encoder=NinjaJSONEncoder, safe=False, **kwargs)


codes_1xx = frozenset([100, 101])
codes_2xx = frozenset(range(200, 207))
codes_3xx = frozenset(range(300, 309))
codes_4xx = frozenset([*range(400, 413), 416, 418, 425, 429, 451])
codes_5xx = frozenset(range(500, 505))
