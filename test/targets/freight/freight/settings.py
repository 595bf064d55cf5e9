"""Settings of the freight API. Keys come from the environment, the database is SQLite."""
import os
from datetime import timedelta
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ["FREIGHT_SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
ROOT_URLCONF = "freight.urls"
WSGI_APPLICATION = "freight.wsgi.application"
ASGI_APPLICATION = "freight.asgi.application"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "/accounts/login/"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "rest_framework",
    "rest_framework.authtoken",
    "people",
    "bookings",
    "vessels",
    "customs",
    "harbour",
    "yard",
    "partners",
    "rates",
    "tracking",
    "reports",
]

MIDDLEWARE = [
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "tracking.middleware.BearerMiddleware",
    "tracking.middleware.TerminalMiddleware",
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("TARGET_DATABASE", BASE_DIR / "freight.sqlite3"),
        "OPTIONS": {"timeout": 20},
    }
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSIONS_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_THROTTLE_RATES": {"weekly": "4/min", "ports": "3/min", "enquiries": "20/hour"},
    "NUM_PROXIES": 0,
}

SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=15),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=1),
    "SIGNING_KEY": os.environ["FREIGHT_SIGNING_KEY"],
    "ISSUER": "northgate",
    "AUDIENCE": "freight",
}

# Declarations carry tokens of the customs office, signed with its RSA key.
CUSTOMS_PUBLIC_KEY = os.environ["FREIGHT_CUSTOMS_PUBLIC_KEY"]

# Keys that are given out by hand.
BRIDGE_KEY = os.environ["FREIGHT_BRIDGE_KEY"]
FEED_KEY = os.environ.get("FREIGHT_FEED_KEY", "")
ROSTER_KEY = os.environ["FREIGHT_BRIDGE_KEY"]
CARRIER_KEYS = os.environ["FREIGHT_CARRIER_KEYS"]
HAULIER_KEYS = os.environ["FREIGHT_CARRIER_KEYS"].split(",")
