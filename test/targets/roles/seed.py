"""Makes the database with an administrator and a user, and prints a token of each as JSON."""
import json
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
import django  # noqa: E402

django.setup()
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from rest_framework_simplejwt.tokens import AccessToken  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)
boss = User.objects.create_user("boss", "boss@example.org", os.environ["TARGET_PASSWORD"], is_staff=True)
ann = User.objects.create_user("ann", "ann.meadow@example.org", os.environ["TARGET_PASSWORD"])
says_so = AccessToken.for_user(ann)
says_so["is_staff"] = True
print(json.dumps({"boss": str(AccessToken.for_user(boss)), "ann": str(AccessToken.for_user(ann)), "says_so": str(says_so)}))
