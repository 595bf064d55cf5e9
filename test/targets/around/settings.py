"""Settings of an API whose gates stand in middleware, in front of the application or in the views."""
import os

SECRET_KEY = "around-target-key-of-at-least-32-bytes-length"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "rest_framework", "corsheaders"]
MIDDLEWARE = ["corsheaders.middleware.CorsMiddleware", "guards.PathGuard", "django.middleware.common.CommonMiddleware"]
if "TARGET_HSTS" in os.environ:
    MIDDLEWARE.append("django.middleware.security.SecurityMiddleware")
    SECURE_HSTS_SECONDS = int(os.environ["TARGET_HSTS"])
CORS_ALLOW_ALL_ORIGINS = os.environ.get("TARGET_CORS") == "any"
CORS_ALLOWED_ORIGINS = ["https://shop.example.org"]
CORS_ALLOW_CREDENTIALS = True
CONTEXT = {"context_processors": ["django.template.context_processors.request"]}
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": CONTEXT}]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("TARGET_DATABASE", "db.sqlite3")}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
STATIC_URL = "/static/"
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.AcceptHeaderVersioning",
    "DEFAULT_VERSION": "2",
    "ALLOWED_VERSIONS": ["1", "2"],
}
