"""WSGI entry: Django behind a gate of its own."""
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
from django.core.wsgi import get_wsgi_application  # noqa: E402

django = get_wsgi_application()

from guards import Gateway  # noqa: E402

application = Gateway(django)
