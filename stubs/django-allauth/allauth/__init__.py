"""django-allauth: pages and a headless API for accounts; what needs a user says so view by view."""
