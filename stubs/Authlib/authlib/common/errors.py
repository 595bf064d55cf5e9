class AuthlibBaseError(Exception):
    error = None
