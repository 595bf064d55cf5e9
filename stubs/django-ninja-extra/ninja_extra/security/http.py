from ninja.security import HttpBasicAuth, HttpBearer


class AsyncHttpBearer(HttpBearer):
    pass


class AsyncHttpBasicAuth(HttpBasicAuth):
    pass
