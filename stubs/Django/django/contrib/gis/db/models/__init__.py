"""Models with geographic fields."""
from _unlatched import opaque
from django.db.models import *
from django.db.models import (
    CASCADE, DO_NOTHING, PROTECT, RESTRICT, SET, SET_DEFAULT, SET_NULL, Case, Exists, Expression, ExpressionWrapper, F, Field,
    FileField, ForeignKey, Func, ImageField, JSONField, Manager, ManyToManyField, Model, ObjectDoesNotExist, OneToOneField,
    OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When,
)


def __getattr__(name):
    return opaque("django.contrib.gis.db.models." + name)
