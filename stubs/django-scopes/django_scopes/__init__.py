"""Managers that refuse a query outside of a scope. Which rows are in it is data."""
from django_scopes.exceptions import ScopeError
from django_scopes.manager import ScopedManager
from django_scopes.state import get_scope, scope, scopes_disabled
