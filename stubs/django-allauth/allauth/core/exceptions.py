class ImmediateHttpResponse(Exception):
    def __init__(self, response):
        self.response = response


class ReauthenticationRequired(Exception):
    pass


class SignupClosedException(Exception):
    pass


class RateLimited(Exception):
    pass
