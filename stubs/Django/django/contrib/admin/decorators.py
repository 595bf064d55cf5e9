"""Decorators of admin classes, actions and columns."""


def action(function=None, *, permissions=None, description=None):
    def decorator(func):
        if permissions is not None:
            func.allowed_permissions = permissions
        if description is not None:
            func.short_description = description
        return func

    return decorator if function is None else decorator(function)


def display(function=None, *, boolean=None, ordering=None, description=None, empty_value=None):
    def decorator(func):
        return func

    return decorator if function is None else decorator(function)


def register(*models, site=None):
    def _model_admin_wrapper(admin_class):
        from django.contrib.admin.sites import site as default_site

        if not models:
            raise ValueError("At least one model must be passed to register.")
        chosen = default_site if site is None else site
        chosen.register(models, admin_class=admin_class)
        return admin_class

    return _model_admin_wrapper
