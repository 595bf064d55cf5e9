"""
Asks the real freight project, by Django's test client, every attack at every operation, each in a transaction that is rolled back.
Prints as JSON what came back: the answers, and for each operation the attacks that got in.

    ask-freight.py FOLDER TRUTHS

The database is made by the project's own seed. Nothing of Unlatched is used here: this is what its truth is measured with.
"""
import base64
import contextlib
import functools
import hmac
import io
import json
import os
import re
import runpy
import sys
from pathlib import Path
import time

FOLDER, TRUTH = sys.argv[1:3]
sys.path.insert(0, FOLDER)
os.environ["DJANGO_SETTINGS_MODULE"] = "freight.settings"
os.chdir(FOLDER)

from django.conf import settings  # noqa: E402

# Slow hashes guard stolen databases; here they would only take time.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    runpy.run_path("seed.py")
CREDENTIALS = json.loads(printed.getvalue())

import jwt  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import get_resolver  # noqa: E402

START = int(time.time())
EXAMPLES = {"id": "1", "lane_id": "1", "code": "S-1"}
QUERY_NAMES = ["access_token", "token", "auth_token", "jwt", "api_key", "key"]
SCHEMES = {"crane": "Token"}
KEYS = {
    "access": ("HS256", os.environ["FREIGHT_SIGNING_KEY"]),
    "office": ("RS256", os.environ["FREIGHT_CUSTOMS_PRIVATE_KEY"]),
}
SIBLINGS = {"access": "HS512", "office": "RS512"}
LOW_SCOPES = jwt.decode(CREDENTIALS["low"], options={"verify_signature": False})["scope"].split()


def header(credential, token):
    if credential == "partner":
        return {"X-API-Key": token}
    return {"Authorization": f"{SCHEMES.get(credential, 'Bearer')} {token}"}


def made_up(token):
    """Another text of the same shape."""
    return re.sub(r"[A-Za-z0-9]", lambda match: {"a": "b", "A": "B", "1": "2"}.get(match[0], "a" if match[0] != "a" else "b"), token)


def tampered(token):
    """
    The first character of the signature is another; for an opaque key the one in the middle. A digit, since SQLite's LIKE does
    not tell `a` from `A`.
    """
    at = token.rindex(".") + 1 if token.count(".") == 2 else len(token) // 2
    return token[:at] + ("0" if token[at] != "0" else "1") + token[at + 1 :]


def half(token):
    """
    Half of a token. In a signature it ends where no base64 can end: anywhere else the bits left over happen to be zero now and
    then, and a view that verifies nothing lets that half in.
    """
    cut = len(token) // 2
    inside = cut - token.rfind(".") - 1
    return token[: cut - (inside - 1) % 4 if token.count(".") == 2 and inside > 0 else cut]


@functools.cache
def forged(credential, header_algorithm=None, **more):
    """A token with other claims or under another algorithm, signed with the real key; a claim of None is left out."""
    algorithm, key = KEYS[credential]
    claims = jwt.decode(CREDENTIALS[credential], options={"verify_signature": False}) | more
    return jwt.encode({k: v for k, v in claims.items() if v is not None}, key, algorithm=header_algorithm or algorithm)


def unsigned(credential):
    claims = CREDENTIALS[credential].split(".")[1]
    head = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
    return f"{head}.{claims}."


def with_public_key(credential):
    """The same claims, with the public key as the secret of an HMAC; jwt.encode() refuses to make such a token."""
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT"}').rstrip(b"=").decode()
    text = f"{head}.{CREDENTIALS[credential].split('.')[1]}"
    made = hmac.new(os.environ["FREIGHT_CUSTOMS_PUBLIC_KEY"].encode(), text.encode(), "sha256").digest()
    return f"{text}.{base64.urlsafe_b64encode(made).rstrip(b'=').decode()}"


def attacks(credential):
    """Name -> (headers, query)."""
    token = CREDENTIALS.get(credential)
    yield "no-token", {}, {}
    yield "bridge-header", {"X-Bridge": "1"}, {}
    yield "identity-header", {"X-Forwarded-User": "marit", "Remote-User": "marit"}, {}
    yield "garbage-in-query", {}, dict.fromkeys(QUERY_NAMES, "nobody-issued-this")
    yield "garbage-api-key", {"X-API-Key": "nobody-issued-this"}, {}
    yield "blank-api-key", {"X-API-Key": ""}, {}
    if token is None:
        return
    yield "garbage-token", header(credential, made_up(token)), {}
    yield "tampered-token", header(credential, tampered(token)), {}
    yield "empty-token", {"Authorization": "Bearer  x"}, {}
    yield "null-token", header(credential, "null"), {}
    yield "token-in-query", {}, dict.fromkeys(QUERY_NAMES, token)
    yield "token-prefix", header(credential, half(token)), {}
    yield "valid-token", header(credential, token), {}
    if credential in KEYS:
        yield "unsigned-token", header(credential, unsigned(credential)), {}
        yield "expired-token", header(credential, forged(credential, exp=START - 86400)), {}
        yield "foreign-audience", header(credential, forged(credential, aud="elsewhere")), {}
        if credential == "office":
            yield "other-algorithm", header(credential, with_public_key(credential)), {}
        yield "foreign-issuer", header(credential, forged(credential, iss="elsewhere")), {}
        yield "sibling-algorithm", header(credential, forged(credential, SIBLINGS[credential])), {}
        yield "no-expiry", header(credential, forged(credential, exp=None)), {}
        yield "refresh-as-access", header(credential, forged(credential, token_type="refresh")), {}
        yield "inactive-user", header(credential, forged(credential, user_id=str(User.objects.get(username="idle").pk))), {}


def send(method, path, headers, query, body):
    client = Client(raise_request_exception=False, headers={"accept": "application/json"})
    data = "" if body is None else json.dumps(body)
    with transaction.atomic():
        response = client.generic(method, path, data, content_type="application/json", headers=headers, query_params=query)
        transaction.set_rollback(True)
    return response


def read(response):
    """Status, keys of the data, and whether somebody was let in."""
    try:
        value = json.loads(b"".join(response) if response.streaming else response.content)
    except ValueError:
        value = None
    inside = value
    keys = set()
    while isinstance(inside, (list, dict)) and inside:
        if isinstance(inside, dict):
            keys |= set(inside)
            inside = next((item for item in inside.values() if isinstance(item, (list, dict))), None)
        else:
            inside = inside[0]
    refused = isinstance(value, dict) and value.get("success") is False
    return {"status": response.status_code, "keys": sorted(keys), "in": 200 <= response.status_code < 300 and not refused}


def fill(value):
    text = json.dumps(value).replace("$PASSWORD", os.environ["TARGET_PASSWORD"]).replace("$REFRESH", CREDENTIALS["refresh"])
    return json.loads(text)


def ask(operation):
    method, template = operation["operation"].split(" ")
    path = re.sub(r"\{(\w+)\}", lambda match: EXAMPLES[match[1]], template)
    body = fill(operation["body"]) if "body" in operation else None
    answers = {}
    for name, headers, query in attacks(operation["credential"]):
        cache.clear()
        answers[name] = read(send(method, path, headers, query, body))
    lacking = [scope for scope in operation.get("scopes", []) if scope not in LOW_SCOPES]
    if lacking:
        answers["low-scope-token"] = read(send(method, path, header("access", CREDENTIALS["low"]), {}, body))
    if operation.get("owned"):
        mine, theirs = (send(method, path, header("access", CREDENTIALS[name]), {}, body) for name in ("access", "second"))
        answers["second-user-token"] = read(theirs) | {"in": theirs.status_code == 200 and theirs.content == mine.content}
    if method == "GET":
        cache.clear()
        answers["head-method"] = read(send("HEAD", path, {}, {}, None))
        if operation["credential"] in CREDENTIALS:
            cache.clear()
            send(method, path, header(operation["credential"], CREDENTIALS[operation["credential"]]), {}, None)
            answers["cached"] = read(send(method, path, {}, {}, None))
    return answers


def routes(patterns, before=""):
    for entry in patterns:
        here = before + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from routes(entry.url_patterns, here)
        else:
            yield here


operations = [operation for file in sorted(Path(TRUTH).glob('*.json')) for operation in json.loads(file.read_text())['operations']]
result = {
    "answers": {operation["operation"]: ask(operation) for operation in operations},
    "routes": sorted(set(routes(get_resolver().url_patterns))),
}
print(json.dumps(result))
