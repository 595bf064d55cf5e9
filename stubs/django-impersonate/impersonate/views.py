from django.http import HttpResponse
from django.shortcuts import redirect

from _unlatched import effect, opaque
from impersonate.decorators import allowed_user_required


@allowed_user_required
def impersonate(request, uid):
    effect('login', 'staff works as another user')
    return redirect('/')


def stop_impersonate(request):
    request.session.pop('_impersonate', None)
    return redirect('/')


@allowed_user_required
def list_users(request, template):
    return HttpResponse(opaque('page'))


@allowed_user_required
def search_users(request, template):
    return HttpResponse(opaque('page'))
