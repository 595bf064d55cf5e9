"""Feeds are views: instances that are called."""
from _unlatched import opaque
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse


class FeedDoesNotExist(ObjectDoesNotExist):
    pass


class Feed:
    title_template = None
    description_template = None
    language = None

    def __call__(self, request, *args, **kwargs):
        try:
            obj = self.get_object(request, *args, **kwargs)
        except ObjectDoesNotExist:
            raise Http404("Feed object does not exist.")
        self.get_feed(obj, request)
        return HttpResponse()

    def get_object(self, request, *args, **kwargs):
        return None

    def item_title(self, item):
        return str(item)

    def item_description(self, item):
        return str(item)

    def item_link(self, item):
        return item.get_absolute_url()

    def feed_extra_kwargs(self, obj):
        return {}

    def item_extra_kwargs(self, item):
        return {}

    def get_context_data(self, **kwargs):
        return {"obj": kwargs.get("item"), "site": kwargs.get("site")}

    def get_feed(self, obj, request):
        return opaque("a feed")

    feed_type = item_enclosures = opaque("left out of Feed")
