class TenantAdminMixin:
    pass
