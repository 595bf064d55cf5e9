from .apikey import APIKeyCookie, APIKeyHeader, APIKeyQuery
from .http import HttpBasicAuth, HttpBearer
from .session import SessionAuth, SessionAuthIsStaff, SessionAuthSuperUser

django_auth = SessionAuth()
django_auth_superuser = SessionAuthSuperUser()
django_auth_is_staff = SessionAuthIsStaff()
