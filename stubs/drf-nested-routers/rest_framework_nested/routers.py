"""The routes of a nested router are those of its base with the parent's prefix and lookup before them."""
import re

from rest_framework.routers import DefaultRouter, SimpleRouter

IDENTIFIER_REGEX = re.compile(r'^[^\d\W]\w*$')


class LookupMixin:
    pass


class NestedMixin:
    def __init__(self, parent_router, parent_prefix, *args, **kwargs):
        self.parent_router = parent_router
        self.parent_prefix = parent_prefix
        self.nest_count = getattr(parent_router, 'nest_count', 0) + 1
        self.nest_prefix = kwargs.pop('lookup', f'nested_{self.nest_count}') + '_'
        self.use_regex_path = kwargs.get('use_regex_path', True)
        super().__init__(*args, **kwargs)
        if 'trailing_slash' not in kwargs:
            self.trailing_slash = parent_router.trailing_slash
        parents = [registered for registered in parent_router.registry if registered[0] == parent_prefix]
        if not parents:
            raise RuntimeError('parent registered resource not found')
        prefix, parent_viewset, _ = parents[0]
        self.check_valid_name(self.nest_prefix)
        self.parent_regex = f'{prefix}/{parent_router.get_lookup_regex(parent_viewset, self.nest_prefix)}/'
        if not parent_prefix and self.parent_regex[0] == '/':
            self.parent_regex = self.parent_regex[1:]
        if hasattr(parent_router, 'parent_regex'):
            self.parent_regex = parent_router.parent_regex + self.parent_regex
        escaped = self.parent_regex.replace('{', '{{').replace('}', '}}')
        nested_routes = []
        for route in self.routes:
            url = route.url.replace('^', '^' + escaped) if self.use_regex_path else escaped + route.url
            nested_routes.append(route._replace(url=url))
        self.routes = nested_routes

    def check_valid_name(self, value):
        if IDENTIFIER_REGEX.match(value) is None:
            raise ValueError(f"lookup argument '{value}' needs to be valid python identifier")


class NestedSimpleRouter(NestedMixin, SimpleRouter):
    pass


class NestedDefaultRouter(NestedMixin, DefaultRouter):
    pass
