"""Both tell everybody which flags are on for him."""
from django.http import HttpResponse, JsonResponse

from _unlatched import opaque


def wafflejs(request):
    return HttpResponse(opaque('script with the flags'), content_type='application/x-javascript')


def waffle_json(request):
    return JsonResponse({'flags': opaque('flags'), 'switches': opaque('switches'), 'samples': opaque('samples')})
