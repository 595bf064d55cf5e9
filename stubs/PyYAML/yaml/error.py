class YAMLError(Exception):
    pass


class MarkedYAMLError(YAMLError):
    pass
