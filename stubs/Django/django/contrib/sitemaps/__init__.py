"""Sitemaps."""
from _unlatched import opaque


class Sitemap:
    limit = 50000
    protocol = None
    i18n = False
    languages = None
    alternates = False
    x_default = False

    def items(self):
        return []

    def location(self, item):
        return item.get_absolute_url()

    def get_urls(self, page=1, site=None, protocol=None):
        return opaque("the URLs of a sitemap")

    get_domain = get_languages_for_item = get_latest_lastmod = get_protocol = paginator = opaque("left out of Sitemap")


class GenericSitemap(Sitemap):
    priority = None
    changefreq = None

    def __init__(self, info_dict, priority=None, changefreq=None, protocol=None):
        self.queryset = info_dict["queryset"]
        self.priority = priority
        self.changefreq = changefreq
        self.protocol = protocol

    def items(self):
        return self.queryset.filter()

    get_latest_lastmod = lastmod = opaque("left out of GenericSitemap")
