class HijackUserAdminMixin:
    """A button in the list of users; which pages there are, and who sees them, it leaves alone."""
    hijack_success_url = None

    def get_hijack_user(self, obj):
        return obj
