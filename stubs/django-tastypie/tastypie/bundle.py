from _unlatched import opaque


class Bundle:
    def __init__(self, obj=None, data=None, request=None, *args, **kwargs):
        self.obj = obj
        self.data = {} if data is None else data
        self.request = opaque('request') if request is None else request
        self.errors = {}
        self.related_obj = None
        self.related_name = None
