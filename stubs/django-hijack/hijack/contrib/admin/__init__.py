from .admin import HijackUserAdminMixin

__all__ = ['HijackUserAdminMixin']
