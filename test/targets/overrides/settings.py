"""Settings of an API in front of which middleware takes the method from a header, once behind a guard and once before one."""
import os

SECRET_KEY = "overrides-target-key-of-at-least-32-bytes"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "ledger"]
MIDDLEWARE = [
    "ledger.middleware.EarlyGuard",
    "ledger.middleware.MethodOfHeader",
    "ledger.middleware.MethodOfPost",
    "ledger.middleware.LateGuard",
    "django.middleware.common.CommonMiddleware",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("TARGET_DATABASE", "db.sqlite3")}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": [], "DEFAULT_PERMISSION_CLASSES": []}
