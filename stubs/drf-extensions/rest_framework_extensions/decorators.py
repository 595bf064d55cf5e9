def paginate(pagination_class=None, **kwargs):
    class _Pagination(pagination_class):
        def __init__(self):
            self.__dict__.update(kwargs)

    def decorator(_class):
        _class.pagination_class = _Pagination
        return _class

    return decorator
