"""Makes the database with one user and prints a token of hers."""
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
import django  # noqa: E402

django.setup()
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from rest_framework_simplejwt.tokens import AccessToken  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)
password = os.environ["TARGET_PASSWORD"]
user = User.objects.create_user("ann", "ann.meadow@example.org", password, first_name=password)
User.objects.create_user("ben", "ben.meadow@example.org", password, first_name="undefined")
print(AccessToken.for_user(user))
