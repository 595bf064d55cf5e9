"""Settings of an API of papers; the keys come from the environment."""
import os

SECRET_KEY = os.environ["FORGED_SECRET"]
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("TARGET_DATABASE", "db.sqlite3")}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
SHARED_KEY = os.environ["FORGED_SHARED"]
SIMPLE_JWT = {"SIGNING_KEY": SHARED_KEY, "AUDIENCE": "readers", "ISSUER": "papers"}
PARTNER_KEY = os.environ.get("FORGED_PARTNER", "")
RSA_KEY = os.environ["FORGED_RSA"]
EC_KEY = os.environ["FORGED_EC"]
