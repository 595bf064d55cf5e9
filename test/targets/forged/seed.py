"""Makes the database with one user, and prints a token of hers for each algorithm as JSON."""
import json
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
user = User.objects.create_user("ann", "ann.meadow@example.org", os.environ["TARGET_PASSWORD"])
now = int(time.time())
claims = {
    "user_id": str(user.pk),
    "username": user.username,
    "iss": "papers",
    "aud": "readers",
    "iat": now,
    "exp": now + 3600,
    "token_type": "access",
    "jti": "5b0c0a3e",
    "role": "reader",
    "scope": "papers:read",
}
keys = {"HS256": settings.SHARED_KEY, "RS256": settings.RSA_KEY, "ES256": settings.EC_KEY}
tokens = {algorithm: jwt.encode(claims, key, algorithm=algorithm) for algorithm, key in keys.items()}
# As a login service writes them: for a client, and without a word for the kind of token.
of_client = {**{name: value for name, value in claims.items() if name != "token_type"}, "azp": "pages"}
print(json.dumps({**tokens, "of_client": jwt.encode(of_client, settings.SHARED_KEY, algorithm="HS256")}))
