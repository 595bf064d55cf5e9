class AccessPolicyException(Exception):
    pass
