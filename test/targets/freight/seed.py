"""Makes the database, and prints the credentials of its users as JSON."""
import json
import os
import secrets
from datetime import datetime, timedelta, timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "freight.settings")
import django  # noqa: E402

django.setup()

import jwt  # noqa: E402
from django.contrib.auth.models import Permission, User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken  # noqa: E402

from bookings.models import Booking, Customer  # noqa: E402
from customs.authentication import AUDIENCE, ISSUER  # noqa: E402
from customs.models import Declaration  # noqa: E402
from partners.authentication import digest_of  # noqa: E402
from partners.models import Order, Partner  # noqa: E402
from harbour.models import Note
from people.models import Profile  # noqa: E402
from rates.models import Lane  # noqa: E402
from tracking.models import Shipment  # noqa: E402
from vessels.models import Certificate, Inspection, Vessel  # noqa: E402
from yard.models import Container, Device  # noqa: E402

call_command("migrate", run_syncdb=True, verbosity=0)

marit = User.objects.create_user("marit", "marit@example.org", os.environ["TARGET_PASSWORD"])
marit.user_permissions.add(Permission.objects.get(codename="add_inspection"))
gate = User.objects.create_user("gate")
User.objects.create_user("idle", is_active=False)
key = secrets.token_hex(20)
api_key = secrets.token_urlsafe(30)
Profile.objects.create(user=marit, depot="north", badge=key, pass_code=key)
Profile.objects.create(user=gate, depot="south")

customer = Customer.objects.create(name="Oakline Timber", email="orders@oakline.example")
for number in (1, 2):
    Booking.objects.create(reference=f"NG-{number}", customer=customer, weight=1000 * number, clerk=marit)
    vessel = Vessel.objects.create(name=f"Tern {number}", captain=f"A. Holm {number}", draught=40 + number, sails=f"day {number}")
    Certificate.objects.create(vessel=vessel, number=f"C-{number}", holder=marit)
    Inspection.objects.create(vessel=vessel, remark=f"hull {number}")
    Declaration.objects.create(number=f"D-{number}", goods=f"timber {number}", value=500 * number)
    Container.objects.create(code=f"NGTU00000{number}", row=f"A{number}", receiver=f"Oakline {number}")
    Lane.objects.create(name=f"Bergen {number}", price=700 + number)
    Shipment.objects.create(code=f"S-{number}", place=f"berth {number}", receiver=f"Oakline {number}")
Device.objects.create(name="crane 1", key=key, user=marit)
partner = Partner.objects.create(name="Skerry Lines", digest=digest_of(api_key), user=marit)
for number in (1, 2):
    Order.objects.create(partner=partner, goods=f"planks {number}", price=90 * number)
    Note.objects.create(owner=marit, subject=f"quay {number}", text=f"crane {number} is out of order")
Note.objects.create(owner=gate, subject="gate", text="the barrier sticks")


now = datetime.now(timezone.utc)
claims = {
    "user_id": str(marit.pk),
    "iss": ISSUER,
    "aud": AUDIENCE,
    "iat": now,
    "exp": now + timedelta(minutes=30),
    "token_type": "access",
    "jti": secrets.token_hex(8),
}


def access(user, scope):
    """A token of a user with the given scopes."""
    token = AccessToken.for_user(user)
    token["scope"] = scope
    return str(token)


print(
    json.dumps(
        {
            "access": access(marit, "pilots:read ferries:read lights:read"),
            "low": access(marit, "lights:read"),
            "second": access(gate, "pilots:read"),
            "refresh": str(RefreshToken.for_user(marit)),
            "office": jwt.encode(claims, os.environ["FREIGHT_CUSTOMS_PRIVATE_KEY"], algorithm="RS256"),
            "device": key,
            "crane": Token.objects.create(user=marit).key,
            "partner": api_key,
        }
    )
)
