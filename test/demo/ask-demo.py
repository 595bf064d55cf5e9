"""Fires every probe of a truth file at the real demo project and prints the answers as JSON.

Usage: ask-demo.py PROJECT TRUTH.json, with CLINIC_SECRET_KEY and CLINIC_DATABASE (a throw-away file) set.
Each request runs in a transaction that is rolled back, so that unsafe methods find the same data every time.
"""

import json
import os
import secrets
import sys

project, truth_file = sys.argv[1:3]
sys.path.insert(0, project)
os.environ["DJANGO_SETTINGS_MODULE"] = "clinic.settings"

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

PASSWORD = secrets.token_hex(12)
API_TOKEN = secrets.token_hex(20)
GARBAGE = secrets.token_hex(20)


class Undo(Exception):
    pass


def tampered(token):
    """A JWT whose signature starts differently, or an opaque token with another middle character."""
    position = token.rfind(".") + 1 if token.count(".") == 2 else len(token) // 2
    other = "A" if token[position] != "A" else "B"
    return token[:position] + other + token[position + 1 :]


def keys_of(value, prefix=""):
    """The key paths of a JSON value, list positions left out."""
    if isinstance(value, dict):
        return {path for key, inner in value.items() for path in {f"{prefix}.{key}"} | keys_of(inner, f"{prefix}.{key}")}
    if isinstance(value, list):
        return {path for inner in value for path in keys_of(inner, prefix)}
    return set()


def fire(client, operation, probe, token, refresh):
    method, path = operation["operation"].split(" ")
    path = path.replace("{id}", "1")
    headers = {"Accept": "application/json"}
    bearer = {"garbage-token": GARBAGE, "tampered-token": tampered(token), "valid-token": token}.get(probe)
    if bearer:
        headers["Authorization"] = f"Bearer {bearer}"
    if probe == "garbage-api-key":
        headers["X-API-Key"] = GARBAGE
    if probe == "token-in-query":
        path += f"?token={token}"
    body = json.dumps(operation.get("body", {})).replace("$PASSWORD", PASSWORD).replace("$REFRESH", refresh)
    answer = {}
    try:
        with transaction.atomic():
            if method == "GET":
                response = client.get(path, headers=headers)
            else:
                response = client.generic(method, path, body, content_type="application/json", headers=headers)
            content = response.content
            is_json = "json" in response.get("Content-Type", "")
            answer = {"status": response.status_code, "keys": sorted(keys_of(json.loads(content))) if is_json and content else []}
            answer["empty"] = content in (b"", b"[]", b"{}")
            raise Undo
    except Undo:
        return answer


def main():
    setup_test_environment()
    call_command("migrate", verbosity=0)
    call_command("seed", password=PASSWORD, api_token=API_TOKEN, device_key=secrets.token_hex(20))
    client = Client(raise_request_exception=False)
    pair = client.post("/api/token/", {"username": "reception", "password": PASSWORD}, content_type="application/json").json()
    tokens = {"jwt": pair["access"], "api-token": API_TOKEN, "none": pair["access"]}
    with open(truth_file, encoding="utf-8") as file:
        truth = json.load(file)
    answers = {}
    for operation in truth["operations"]:
        token = tokens[operation["credential"]]
        answers[operation["operation"]] = {probe: fire(client, operation, probe, token, pair["refresh"]) for probe in operation["probes"]}
    json.dump({"answers": answers, "routes": routes()}, sys.stdout)


def routes():
    """METHOD and path of every operation that the URLconf has, so that the truth can be checked for gaps."""
    from django.urls import get_resolver

    found = []

    def walk(patterns, prefix):
        for pattern in patterns:
            text = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, text)
                continue
            callback = pattern.callback
            view = getattr(callback, "cls", None) or getattr(callback, "view_class", None)
            actions = getattr(callback, "actions", None)
            methods = actions.keys() if actions else [name for name in view.http_method_names if hasattr(view, name)]
            found.extend([method.upper(), text] for method in methods if method not in ("options", "head"))

    walk(get_resolver().url_patterns, "/")
    return found


main()
