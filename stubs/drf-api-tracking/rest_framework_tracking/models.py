from rest_framework_tracking.base_models import BaseAPIRequestLog


class APIRequestLog(BaseAPIRequestLog):
    pass
