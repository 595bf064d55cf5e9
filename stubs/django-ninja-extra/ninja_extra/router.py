from ninja.constants import NOT_SET
from ninja.router import Router as NinjaRouter


class Router(NinjaRouter):
    def __init__(self, *, auth=NOT_SET, tags=None, throttle=NOT_SET):
        super().__init__(auth=auth, tags=tags, throttle=throttle)
