"""System checks: they warn and never stop a request."""


def pagination_system_check(app_configs, **kwargs):
    return []
