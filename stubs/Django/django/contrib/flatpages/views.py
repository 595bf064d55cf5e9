"""A page asks for a user only when its row says so."""
from django.contrib.flatpages.models import FlatPage
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

DEFAULT_TEMPLATE = "flatpages/default.html"


def flatpage(request, url):
    return render_flatpage(request, get_object_or_404(FlatPage, url=url if url.startswith("/") else "/" + url))


def render_flatpage(request, f):
    if f.registration_required and not request.user.is_authenticated:
        from django.contrib.auth.views import redirect_to_login

        return redirect_to_login(request.path)
    return HttpResponse()
