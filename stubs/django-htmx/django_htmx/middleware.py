from _unlatched import attacker


class HtmxMiddleware:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.htmx = HtmxDetails(request)
        return self.get_response(request)


class HtmxDetails:
    def __init__(self, request):
        self.request = request

    def _get_header_value(self, name):
        return self.request.headers.get(name)

    def __bool__(self):
        return self._get_header_value('HX-Request') == 'true'

    @property
    def boosted(self):
        return self._get_header_value('HX-Boosted') == 'true'

    @property
    def current_url(self):
        return self._get_header_value('HX-Current-URL')

    @property
    def current_url_abs_path(self):
        return attacker('header:HX-Current-URL')

    @property
    def history_restore_request(self):
        return self._get_header_value('HX-History-Restore-Request') == 'true'

    @property
    def prompt(self):
        return self._get_header_value('HX-Prompt')

    @property
    def ptag(self):
        return self._get_header_value('HX-PTag')

    @property
    def request_type(self):
        return self._get_header_value('HX-Request-Type')

    @property
    def source(self):
        return self._get_header_value('HX-Source')

    @property
    def target(self):
        return self._get_header_value('HX-Target')

    @property
    def trigger(self):
        return self._get_header_value('HX-Trigger')

    @property
    def trigger_name(self):
        return self._get_header_value('HX-Trigger-Name')

    @property
    def triggering_event(self):
        return attacker('header:Triggering-Event')
