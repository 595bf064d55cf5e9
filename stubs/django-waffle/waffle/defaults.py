"""Settings that decide which pages there are."""
ENABLE_ADMIN_PAGES = True
