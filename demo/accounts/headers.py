"""Reading what a caller sent, shared by the authenticators of the apps."""

import hashlib


def bearer(request):
    """The text behind `Bearer` in the Authorization header, or None."""
    word, _, key = request.headers.get("Authorization", "").partition(" ")
    if word.lower() != "bearer" or not key.strip():
        return None
    return key.strip()


def fingerprint(request):
    """A short name for the caller's token, fit for the audit log."""
    key = bearer(request)
    if key is None:
        return "-"
    return hashlib.sha256(key.encode()).hexdigest()[:12]
