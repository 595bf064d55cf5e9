"""django-ninja: no operation asks for anything unless `auth=` says so, on the operation, its router, a router above it or the API."""
from _unlatched import opaque
from ninja.files import UploadedFile
from ninja.filter_schema import FilterLookup, FilterSchema
from ninja.main import NinjaAPI
from ninja.openapi.docs import Redoc, Swagger
from ninja.orm import ModelSchema
from ninja.params import (
    Body, BodyEx, Cookie, CookieEx, File, FileEx, Form, FormEx, Header, HeaderEx, P, Path, PathEx, Query, QueryEx,
)
from ninja.responses import Status
from ninja.router import Router
from ninja.schema import Schema

Field = opaque('pydantic.Field')


def __getattr__(name):
    return opaque('ninja.' + name)
