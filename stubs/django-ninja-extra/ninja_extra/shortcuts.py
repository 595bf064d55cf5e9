from ninja_extra.exceptions import NotFound


def get_object_or_exception(klass, error_message=None, exception=NotFound, **kwargs):
    found = get_object_or_none(klass, **kwargs)
    if found is None:
        raise exception(error_message or 'not found')
    return found


def get_object_or_none(klass, **kwargs):
    queryset = klass._default_manager.all() if hasattr(klass, '_default_manager') else klass
    return queryset.filter(**kwargs).first()
