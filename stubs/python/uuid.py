"""UUIDs: fresh ones are the world's; text is checked as Python checks it."""
import re

from _unlatched import is_known, world


class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if hex is not None and is_known(hex):
            digits = str(hex).replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if not re.fullmatch("[0-9a-fA-F]{32}", digits):
                raise ValueError("badly formed hexadecimal UUID string")
            self.hex = digits.lower()
        else:
            self.hex = world("a UUID")

    def __str__(self):
        return str(self.hex)

    def __eq__(self, other):
        return isinstance(other, UUID) and self.hex == other.hex


def uuid4():
    return world("a fresh UUID")


uuid1 = uuid4


def uuid3(namespace, name):
    return world("a UUID of a name")


uuid5 = uuid3
NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = NAMESPACE_X500 = NAMESPACE_URL
