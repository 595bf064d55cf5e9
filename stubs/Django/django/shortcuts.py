"""Shortcuts of views."""
from _unlatched import DJANGO_VERSION, is_known, opaque, world
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


def render(request, template_name, context=None, content_type=None, status=None, using=None):
    return HttpResponse(world("a rendered template"), content_type, status)


# Gone since Django 3.0.
def render_to_response(template_name, context=None, content_type=None, status=None, using=None, **kwargs):
    return HttpResponse(world("a rendered template"), content_type, status)


def redirect(to, *args, permanent=False, **kwargs):
    kwargs.pop("preserve_request", None)
    redirect_class = HttpResponsePermanentRedirect if permanent else HttpResponseRedirect
    return redirect_class(resolve_url(to, *args, **kwargs))


def _get_queryset(klass):
    return klass._default_manager.all() if hasattr(klass, "_default_manager") else klass


def get_object_or_404(klass, *args, **kwargs):
    if not is_known(klass):
        if world("whether a row is found"):
            return opaque("a row of a model that is not known")
        raise Http404("No row matches the given query.")
    queryset = _get_queryset(klass)
    if not hasattr(queryset, "get"):
        raise ValueError("First argument to get_object_or_404() must be a Model, Manager, or QuerySet.")
    try:
        return queryset.get(*args, **kwargs)
    except queryset.model.DoesNotExist:
        raise Http404(f"No {queryset.model._meta.object_name} matches the given query.")


if DJANGO_VERSION >= (5, 0):
    async def aget_object_or_404(klass, *args, **kwargs):
        return get_object_or_404(klass, *args, **kwargs)


def get_list_or_404(klass, *args, **kwargs):
    queryset = _get_queryset(klass)
    found = list(queryset.filter(*args, **kwargs))
    if not found:
        raise Http404(f"No {queryset.model._meta.object_name} matches the given query.")
    return found


if DJANGO_VERSION >= (5, 0):
    async def aget_list_or_404(klass, *args, **kwargs):
        return get_list_or_404(klass, *args, **kwargs)


def resolve_url(to, *args, **kwargs):
    if not is_known(to):
        return to
    if isinstance(to, Promise):
        to = str(to)
    if isinstance(to, str):
        if "/" in to:  # a route name never holds a slash: no need to search the URL tree
            return to
    elif hasattr(to, "get_absolute_url"):
        return to.get_absolute_url()
    try:
        return reverse(to, args=args, kwargs=kwargs)
    except NoReverseMatch:
        if callable(to) or "." not in to:
            raise
    return to
