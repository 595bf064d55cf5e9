class ScopeError(Exception):
    pass
