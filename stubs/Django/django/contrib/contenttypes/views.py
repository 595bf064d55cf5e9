"""Redirect to the page of an object."""
from _unlatched import world
from django.http import Http404, HttpResponseRedirect


def shortcut(request, content_type_id, object_id):
    if not world("whether the object has a page"):
        raise Http404("Content type object has no associated model")
    return HttpResponseRedirect(world("the page of an object"))
