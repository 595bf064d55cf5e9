"""Where `django.urls` was before Django 2.0."""
from django.urls import *  # noqa: F401,F403
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse, reverse_lazy  # noqa: F401

RegexURLPattern = URLPattern
RegexURLResolver = URLResolver
