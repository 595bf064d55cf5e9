"""Makes the database and prints a valid token and, with `count`, only the number of rows."""
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
import django  # noqa: E402

django.setup()
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from shop.models import Item  # noqa: E402

if sys.argv[1:] != ["count"]:
    call_command("migrate", run_syncdb=True, verbosity=0)
    ann = User.objects.create_user("ann", "ann.meadow@example.org", "x")
    for name in ["anvil", "bellows", "chisel"]:
        Item.objects.create(name=name, supplier_email=f"{name}@suppliers.example")
    from rest_framework_simplejwt.tokens import AccessToken

    print(AccessToken.for_user(ann))
else:
    print(Item.objects.count())
