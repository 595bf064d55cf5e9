from django.http import Http404
from django.shortcuts import render
from django.utils.crypto import constant_time_compare

from _unlatched import opaque


class FormPreview:
    preview_template = 'formtools/preview.html'
    form_template = 'formtools/form.html'

    def __init__(self, form):
        self.form, self.state = form, {}

    def __call__(self, request, *args, **kwargs):
        stage = {'1': 'preview', '2': 'post'}.get(request.POST.get(self.unused_name('stage')), 'preview')
        self.parse_params(request, *args, **kwargs)
        method = getattr(self, stage + '_' + request.method.lower(), None)
        if method is None:
            raise Http404
        return method(request)

    def unused_name(self, name):
        return name

    def preview_get(self, request):
        return render(request, self.form_template, {})

    def preview_post(self, request):
        form = self.form(data=request.POST, files=request.FILES, auto_id=self.get_auto_id())
        context = self.get_context(request, form)
        if form.is_valid():
            self.process_preview(request, form, context)
            return render(request, self.preview_template, context)
        return render(request, self.form_template, context)

    def _check_security_hash(self, token, request, form):
        return constant_time_compare(token, self.security_hash(request, form))

    def post_post(self, request):
        form = self.form(request.POST, auto_id=self.get_auto_id())
        if not form.is_valid():
            return render(request, self.form_template, self.get_context(request, form))
        if not self._check_security_hash(request.POST.get(self.unused_name('hash'), ''), request, form):
            return self.failed_hash(request)
        return self.done(request, form.cleaned_data)

    def get_auto_id(self):
        return 'formtools_%s'

    def get_initial(self, request):
        return {}

    def get_context(self, request, form):
        return {'form': form}

    def parse_params(self, request, *args, **kwargs):
        pass

    def process_preview(self, request, form, context):
        pass

    def security_hash(self, request, form):
        """A digest with the key of the project, which the preview page tells whoever asked for it."""
        return opaque('digest of the form')

    def failed_hash(self, request):
        return self.preview_post(request)

    def done(self, request, cleaned_data):
        raise NotImplementedError('a preview needs a done() method')
