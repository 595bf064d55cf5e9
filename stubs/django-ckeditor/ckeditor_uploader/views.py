from django.http import HttpResponse, JsonResponse
from django.views import generic
from django.views.decorators.csrf import csrf_exempt

from _unlatched import effect, opaque


class ImageUploadView(generic.View):
    http_method_names = ['post']

    def post(self, request, **kwargs):
        effect('db-write', 'a file is kept')
        return JsonResponse({'url': opaque('address of the file'), 'uploaded': '1'})


upload = csrf_exempt(ImageUploadView.as_view())


def browse(request):
    return HttpResponse(opaque('page with files'))


def __getattr__(name):
    return opaque('ckeditor_uploader.views.' + name)
