"""Makes the database with one partner and the file of its key, collects what is handed out, and prints a token."""
import os
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
import django  # noqa: E402

django.setup()
import jwt  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
settings.PARTNER_KEYS.mkdir()
key = os.urandom(32)
(settings.PARTNER_KEYS / "mill").write_bytes(key)
user = User.objects.create_user("mill", "mill@example.org", os.environ["TARGET_PASSWORD"])
claims = {"sub": str(user.pk), "iat": int(time.time()), "exp": int(time.time()) + 3600}
print(jwt.encode(claims, key, algorithm="HS256", headers={"kid": "mill"}))
