"""Rows that real projects have: somebody with a token, somebody without one."""
import hashlib


def run(user, token):
    from app.models import ApiKey, Profile
    from django.contrib.auth.models import User

    ApiKey.objects.create(user=user, key=token, digest=hashlib.sha256(token.encode()).hexdigest())
    ApiKey.objects.create(user=user, key="x-ray-7710", digest="unused")
    Profile.objects.create(user=user, auth_token=token, nick="conny")
    Profile.objects.create(user=User.objects.create(username="dana", password="!"), auth_token="", nick=None)
