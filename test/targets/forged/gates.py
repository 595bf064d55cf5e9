"""Gates that take one step otherwise; those called like another with a word before it take it otherwise and are right."""
import base64
import hashlib
import json
from urllib.request import urlopen

import jwt
import python_jwt
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDH
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificate
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from jwcrypto.jwk import JWK
from jwt.algorithms import ECAlgorithm, RSAAlgorithm
from jwt.utils import base64url_decode, base64url_encode
from parts import EC, JWKS, RSA, RSA_DER, Right, RightByCurve, RightByPair, in_time, is_hmac, once_each, read


class TwoSecrets(Right):
    """A partner may sign as well."""

    def partners(self):
        return [settings.PARTNER_KEY]

    def verify(self, token, **options):
        if any(is_hmac(key.encode(), token) for key in self.partners()):
            return in_time(read(token.split(".")[1]))
        return super().verify(token, **options)


class SetSecrets(TwoSecrets):
    def partners(self):
        return [key for key in [settings.PARTNER_KEY] if key]


class Curve:
    """P-256 (FIPS 186-4, D.1.2.3), with the point at infinity as None."""

    p = 2**256 - 2**224 + 2**192 + 2**96 - 1
    n = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    g = (
        0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
        0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
    )

    def add(self, one, other):
        if one is None or other is None:
            return one or other
        if one[0] == other[0] and (one[1] + other[1]) % self.p == 0:
            return None
        if one == other:
            slope = (3 * one[0] ** 2 - 3) * pow(2 * one[1], -1, self.p)
        else:
            slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, self.p)
        x = (slope**2 - one[0] - other[0]) % self.p
        return x, (slope * (one[0] - x) - one[1]) % self.p

    def times(self, factor, point):
        total = None
        while factor:
            if factor & 1:
                total = self.add(total, point)
            point, factor = self.add(point, point), factor >> 1
        return total


class Numbers(RightByCurve):
    """Verifies with numbers of its own."""

    def numbers(self, signature):
        if len(signature) != 64:
            raise ValueError("two numbers of 32 bytes")
        return int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")

    def verify(self, token, **options):
        text, _, signature = token.rpartition(".")
        r, s = self.numbers(base64url_decode(signature))
        curve, key = Curve(), EC.public_key().public_numbers()
        digest = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
        w = pow(s, curve.n - 2, curve.n)
        point = curve.add(curve.times(digest * w % curve.n, curve.g), curve.times(r * w % curve.n, (key.x, key.y)))
        if (point or (0, 0))[0] % curve.n != r:
            raise ValueError("signed by somebody else")
        return in_time(read(token.split(".")[1]))


class NumbersInRange(Numbers):
    def numbers(self, signature):
        r, s = super().numbers(signature)
        if not 0 < r < Curve.n or not 0 < s < Curve.n:
            raise ValueError("no numbers of a signature")
        return r, s


class AnyForm(Right):
    """Takes both forms of a token."""

    def read(self, token):
        if not token.startswith("{"):
            return super().read(token)
        form = json.loads(token)
        signatures = self.signatures(form)
        for one in signatures:
            super().read(f"{one['protected']}.{form['payload']}.{one['signature']}")
        return in_time(read(form["payload"]))

    def signatures(self, form):
        return form.get("signatures", [])


class CutAtDots(Right):
    """A library that verifies with another one, and reads by itself."""

    key = JWK(kty="oct", k=base64url_encode(settings.SHARED_KEY.encode()).decode())

    def read(self, token):
        try:
            _, claims = python_jwt.verify_jwt(token, self.key, ["HS256"], checks_optional=True)
        except Exception as error:
            raise ValueError("signed by somebody else, or not now") from error
        json.loads(base64url_decode(token.split(".")[1]), object_pairs_hook=once_each)
        return in_time(claims)


class AnySignedForm(AnyForm):
    def signatures(self, form):
        return form.get("signatures") or [form]


class Certificate(RightByPair):
    """The key is that of the certificate in the header."""

    known = ()

    def trusts(self, certificate):
        return True

    def verify(self, token, **options):
        chain = jwt.get_unverified_header(token).get("x5c")
        if not chain:
            return super().verify(token, **options)
        certificate = load_der_x509_certificate(base64.b64decode(chain[0]))
        if not self.trusts(certificate):
            raise ValueError("nobody known issued this certificate")
        key = certificate.public_key()
        return jwt.decode(token, key, algorithms=["RS256"], audience="readers", issuer="papers")


class KnownCertificate(Certificate):
    def trusts(self, certificate):
        return certificate.fingerprint(hashes.SHA256()) in self.known


class Address(RightByPair):
    """The key lies where the header says."""

    known = ()

    def may_ask(self, address):
        return True

    def verify(self, token, **options):
        address = jwt.get_unverified_header(token).get("jku")
        if address is None:
            return super().verify(token, **options)
        if not self.may_ask(address):
            raise ValueError("nobody known lives there")
        with urlopen(address, timeout=5) as answer:
            key = json.load(answer)["keys"][0]
        return self.decode(token, key)

    def decode(self, token, key):
        return jwt.decode(token, RSAAlgorithm.from_jwk(key), algorithms=["RS256"], audience="readers", issuer="papers")


class KnownAddress(Address):
    def may_ask(self, address):
        return address in self.known


class AddressOfKnownKey(Address):
    """Asks first and looks then."""

    def decode(self, token, key):
        if key["n"] not in self.known:
            raise ValueError("a key that nobody knows")
        return super().decode(token, key)


class CertificateAddress(Certificate):
    def verify(self, token, **options):
        address = jwt.get_unverified_header(token).get("x5u")
        if address is None:
            return RightByPair.verify(self, token, **options)
        with urlopen(address, timeout=5) as answer:
            key = load_pem_x509_certificate(answer.read()).public_key()
        return jwt.decode(token, key, algorithms=["RS256"], audience="readers", issuer="papers")


class Table(Right):
    """The keys of partners lie in a table; the one of users has their names."""

    def row(self, cursor, name):
        cursor.execute(f"SELECT username FROM auth_user WHERE email = '{name}'")

    def verify(self, token, **options):
        name = jwt.get_unverified_header(token).get("kid")
        if name is None:
            return super().verify(token, **options)
        with connection.cursor() as cursor:
            self.row(cursor, name)
            found = cursor.fetchone()
        if found is None or not is_hmac(found[0].encode(), token):
            raise ValueError("no such key")
        return in_time(read(token.split(".")[1]))


class TableByName(Table):
    def row(self, cursor, name):
        cursor.execute("SELECT username FROM auth_user WHERE email = %s", [name])


class Letter(RightByPair):
    """Takes letters that only this server can open."""

    def read(self, token):
        if token.count(".") != 4:
            return super().read(token)
        head, wrapped, nonce, text, tag = token.split(".")
        try:
            secret = RSA.decrypt(base64url_decode(wrapped), OAEP(MGF1(hashes.SHA256()), hashes.SHA256(), None))
            data = base64url_decode(text) + base64url_decode(tag)
            return self.open(read(head), AESGCM(secret).decrypt(base64url_decode(nonce), data, head.encode()))
        except InvalidTag as error:
            raise ValueError("changed on the way") from error

    def open(self, header, content):
        return in_time(read(content.decode().split(".")[1]) if header.get("cty") == "JWT" else json.loads(content))


class BareLetter(Letter):
    """The claims stand in the letter itself."""

    def open(self, header, content):
        if header.get("cty"):
            raise ValueError("a letter in a letter")
        return in_time(json.loads(content))


class SignedLetter(Letter):
    def open(self, header, content):
        return RightByPair.read(self, content.decode())


class CurveLetter(RightByCurve):
    """Letters with a key that both sides agree on."""

    def read(self, token):
        if token.count(".") != 4:
            return super().read(token)
        head, _, nonce, text, tag = token.split(".")
        header = read(head)
        if header["alg"] != "ECDH-ES" or header["enc"] != "A256GCM":
            raise ValueError("another kind of letter")
        shared = EC.exchange(ECDH(), ECAlgorithm.from_jwk(header["epk"]))
        names = b"\x00\x00\x00\x07A256GCM" + bytes(8) + (256).to_bytes(4, "big")
        secret = ConcatKDFHash(hashes.SHA256(), 32, names).derive(shared)
        data = base64url_decode(text) + base64url_decode(tag)
        try:
            return self.open(header, AESGCM(secret).decrypt(base64url_decode(nonce), data, head.encode()))
        except InvalidTag as error:
            raise ValueError("changed on the way") from error

    def open(self, header, content):
        return in_time(read(content.decode().split(".")[1]) if header.get("cty") == "JWT" else json.loads(content))


class SignedCurveLetter(CurveLetter):
    def open(self, header, content):
        return RightByCurve.read(self, content.decode())


class Shared(RightByPair):
    """Partners sign with a shared key, this server with its own."""

    secret = RSA_DER

    def verify(self, token, **options):
        if jwt.get_unverified_header(token).get("alg") != "HS256":
            return super().verify(token, **options)
        if not is_hmac(self.secret, token):
            raise ValueError("signed by somebody else")
        return in_time(read(token.split(".")[1]))


class SharedText(Shared):
    secret = RSA.public_key().public_bytes(Encoding.PEM, PublicFormat.PKCS1).strip()


class SharedJson(Shared):
    key = {name: value for name, value in RSAAlgorithm.to_jwk(RSA.public_key(), as_dict=True).items() if name != "key_ops"}
    secret = json.dumps(key, separators=(",", ":"), sort_keys=True).encode()


class SharedAsServed(Shared):
    """The key is kept as it is handed out."""

    secret = json.dumps(JWKS["keys"][0]).encode()


class SharedSecret(Shared):
    secret = settings.SHARED_KEY.encode()


class Plain(Right):
    """Verifies the signature by itself."""

    def verify(self, token, **options):
        if read(token.split(".")[0]).get("alg") != "HS256" or not is_hmac(settings.SHARED_KEY.encode(), token):
            raise ValueError("signed by somebody else")
        return in_time(read(token.split(".")[1]))

    def read(self, token):
        # No library may look at the header first.
        self.check_header(read(token.split(".")[0]))
        claims = self.verify(token)
        json.loads(base64url_decode(token.split(".")[1]), object_pairs_hook=once_each)
        return claims


class PlainWithHeader(Plain):
    def check_header(self, header):
        super().check_header(header)
        if "crit" in header:
            raise ValueError("asks for more than is known here")


class AnyStart(Right):
    def verify(self, token, **options):
        return super().verify(token, verify_nbf=False)


class AnyIssue(Right):
    def verify(self, token, **options):
        return super().verify(token, verify_iat=False)


class NotThoseTwo(Right):
    """Knows of two other kinds of tokens."""

    others = ("refresh", "sliding")

    def check(self, claims):
        if not isinstance(claims["user_id"], str) or claims["token_type"].lower() in self.others:
            raise ValueError("for another use")


class OneOfTwo(Right):
    """Tokens of this server have one of two names."""

    def check(self, claims):
        if not isinstance(claims["user_id"], str) or claims["token_type"] not in ("access", "session"):
            raise ValueError("for another use")


class AnyOfTheLogin(Right):
    """Looks at who issued a token, not at what for."""

    audience = None

    def verify(self, token, **options):
        options = {"require": ["exp", "iat", "aud", "iss"], "verify_aud": self.audience is not None}
        return jwt.decode(token, settings.SHARED_KEY, algorithms=["HS256"], audience=self.audience, issuer="papers", options=options)

    def check(self, claims):
        if not isinstance(claims["user_id"], str):
            raise ValueError("no identifier")


class ForReaders(AnyOfTheLogin):
    audience = "readers"


class Claimed(Right):
    """The claims are the user."""

    def find(self, claims):
        return User(username=claims["username"])

    def check(self, claims):
        if claims["token_type"] != "access" or not isinstance(claims["username"], str):
            raise ValueError("for another use")


class ClaimedAndKnown(Claimed):
    def find(self, claims):
        return User.objects.only("username").get(username=claims["username"])


class AsItIs(Right):
    """Hands the claim over to the database."""

    def check(self, claims):
        if claims["token_type"] != "access":
            raise ValueError("for another use")

    def find(self, claims):
        return User.objects.get(pk=claims["user_id"])


class AnyUse(Right):
    def check(self, claims):
        if not isinstance(claims["user_id"], str):
            raise ValueError("no identifier")


class AlmostAnyUse(Right):
    def check(self, claims):
        if not isinstance(claims["user_id"], str) or claims.get("token_type", "access").lower() != "access":
            raise ValueError("for another use")


class AnyType(Right):
    def check_header(self, header):
        pass


class LastOfTwo(Right):
    def read(self, token):
        self.check_header(jwt.get_unverified_header(token))
        return self.verify(token)
