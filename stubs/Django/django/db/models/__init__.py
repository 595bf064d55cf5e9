"""Models, fields, query sets."""
from _unlatched import opaque
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import signals
from django.db.models.aggregates import *
from django.db.models.constraints import *
from django.db.models.deletion import (
    CASCADE, DO_NOTHING, PROTECT, RESTRICT, SET, SET_DEFAULT, SET_NULL, ProtectedError, RestrictedError,
)
from django.db.models.enums import *
from django.db.models.expressions import (
    Case, Exists, Expression, ExpressionWrapper, F, Func, OrderBy, OuterRef, Subquery, Value, When, Window,
)
from django.db.models.fields import *
from django.db.models.fields.files import FileField, ImageField
from django.db.models.fields.json import JSONField
from django.db.models.indexes import *
from django.db.models.lookups import Lookup, Transform
from django.db.models.manager import Manager
from django.db.models.query import Prefetch, QuerySet, prefetch_related_objects
from django.db.models.query_utils import FilteredRelation, Q
from django.db.models.base import DEFERRED, Model
from django.db.models.fields.related import (
    ForeignKey, ForeignObject, ForeignObjectRel, ManyToManyField, ManyToManyRel, ManyToOneRel, OneToOneField, OneToOneRel,
)


def __getattr__(name):
    return opaque("django.db.models." + name)
