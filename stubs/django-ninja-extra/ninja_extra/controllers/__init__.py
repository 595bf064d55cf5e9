from _unlatched import opaque
from ninja_extra.controllers.base import ControllerBase, api_controller
from ninja_extra.controllers.route import (
    Route,
    RouteInvalidParameterException,
    http_delete,
    http_generic,
    http_get,
    http_patch,
    http_post,
    http_put,
    route,
)
from ninja_extra.controllers.route.route_functions import AsyncRouteFunction, RouteFunction


def __getattr__(name):
    return opaque('ninja_extra.controllers.' + name)
