"""Database connections are opaque; their errors are not."""
from _unlatched import opaque
from django.db.utils import (
    DEFAULT_DB_ALIAS, DJANGO_VERSION_PICKLE_KEY, DatabaseError, DataError, Error, IntegrityError, InterfaceError, InternalError,
    NotSupportedError, OperationalError, ProgrammingError,
)

connections = opaque("the database connections")
router = opaque("the database router")
connection = opaque("the database connection")


def reset_queries(**kwargs):
    pass


def close_old_connections(**kwargs):
    pass
