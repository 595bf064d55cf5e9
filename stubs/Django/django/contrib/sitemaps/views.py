"""Views of sitemaps, open by design."""
from django.http import HttpResponse


def index(request, sitemaps, template_name="sitemap_index.xml", content_type="application/xml",
          sitemap_url_name="django.contrib.sitemaps.views.sitemap"):
    return HttpResponse("", content_type)


def sitemap(request, sitemaps, section=None, template_name="sitemap.xml", content_type="application/xml"):
    return HttpResponse("", content_type)
