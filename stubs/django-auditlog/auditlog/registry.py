from _unlatched import opaque


class AuditLogRegistrationError(Exception):
    pass


class AuditlogModelRegistry:
    def register(self, model=None, *args, **kwargs):
        if model is None:
            return lambda cls: cls
        return model

    def contains(self, model):
        return opaque('whether the changes of a model are logged')

    def unregister(self, model):
        return None


auditlog = AuditlogModelRegistry()
