"""Figures: the page is for staff, the JSON also for who has RQ_API_TOKEN; others get a 200 that says no."""
from secrets import compare_digest

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from _unlatched import effect
from django_rq.settings import API_TOKEN


def is_authorized(request):
    header = request.headers.get('Authorization', '')
    token = header.removeprefix('Bearer ').strip() if header.startswith('Bearer ') else None
    return request.user.is_staff or (API_TOKEN and token and compare_digest(API_TOKEN, token))


@never_cache
@staff_member_required
def stats(request):
    return HttpResponse()


@never_cache
def stats_json(request, token=None):
    if is_authorized(request) or (token and token == API_TOKEN):
        effect('db-read', 'queue statistics')
        return JsonResponse({})
    return JsonResponse({'error': True, 'description': 'Missing bearer token.'})
