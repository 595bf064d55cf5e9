"""Controllers for Django Ninja: classes whose methods are operations, guarded by `auth` as in Ninja and by permissions as in DRF."""
from _unlatched import opaque
from ninja_extra.controllers import (
    ControllerBase,
    api_controller,
    http_delete,
    http_generic,
    http_get,
    http_patch,
    http_post,
    http_put,
)
from ninja_extra.controllers.route import route
from ninja_extra.main import NinjaExtraAPI
from ninja_extra.pagination import paginate
from ninja_extra.router import Router
from ninja_extra.throttling import throttle


def __getattr__(name):
    return opaque('ninja_extra.' + name)
