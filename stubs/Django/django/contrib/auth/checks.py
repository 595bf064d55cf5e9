"""System checks do nothing here."""


def check_user_model(app_configs, **kwargs):
    return []
