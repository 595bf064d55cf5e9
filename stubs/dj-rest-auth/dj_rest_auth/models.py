from dj_rest_auth.app_settings import api_settings


def get_token_model():
    return api_settings.TOKEN_MODEL


TokenModel = get_token_model()
