/** What each fix proposes for small pieces of code; whether a proposal closes anything is judged by `scan/fix`. */
import { describe, expect, it } from 'vitest';
import type { Fix, FixRequest } from '../model/fix.ts';
import { fix as closeMethodHole } from './close-method-hole.ts';
import { fix as defaultPermission } from './default-permission.ts';
import { fix as demandUser } from './demand-user.ts';
import { fix as headerOnlyToken } from './header-only-token.ts';
import { FIXES } from './index.generated.ts';
import { fix as refuseBadToken } from './refuse-bad-token.ts';
import { applyEdits } from './shared/edits.ts';
import { fix as verifySignature } from './verify-signature.ts';

/** The edited texts of all proposals. The place of the finding is marked by `<here>`, views by `<view ACTION>` in front of their line. */
function proposed(fix: Fix, marked: string, settings: Record<string, string> = {}): readonly string[] {
  const lines = marked.split('\n');
  const at = (mark: RegExp) =>
    lines.flatMap((line, index) => (mark.test(line) ? [{ file: 'a.py', line: index + 1, mark: mark.exec(line)![1] ?? '' }] : []));
  const here = lines.findIndex((line) => line.includes('<here>'));
  const place = here < 0 ? null : { file: 'a.py', line: here + 1, column: [...lines[here]!.split('<here>')[0]!].length + 1 };
  const text = marked.replaceAll(/<here>|<view \w*>/g, '');
  const request: FixRequest = {
    rule: fix.rules[0]!,
    place,
    views: at(/<view (\w*)>/).map(({ line, mark }) => ({ method: 'GET', action: mark || null, place: { file: 'a.py', line } })),
    settingPlace: (name) =>
      settings[name] ? { file: settings[name], line: 1 + text.split('\n').findIndex((line) => line.startsWith(name)) } : null,
    read: (file) => (file === 'a.py' ? text : null),
  };
  return fix.propose(request).map(({ edits }) => applyEdits(text, edits));
}

const first = (fix: Fix, marked: string, settings?: Record<string, string>) => proposed(fix, marked, settings)[0];

describe('demand-user', () => {
  it.each([
    [
      'a list of a class, the import beside its neighbours',
      'from rest_framework.permissions import AllowAny\n\nclass V(APIView):\n    permission_classes = <here>[AllowAny]\n',
      'from rest_framework.permissions import AllowAny, IsAuthenticated\n\nclass V(APIView):\n    permission_classes = [IsAuthenticated]\n',
    ],
    [
      'names of a module',
      'from rest_framework import permissions\n\nclass V(APIView):\n    permission_classes = <here>()\n',
      'from rest_framework import permissions\n\nclass V(APIView):\n    permission_classes = [permissions.IsAuthenticated]\n',
    ],
    [
      'a decorator, whose file has CRLF and other scripts',
      'from rest_framework.permissions import (\r\n    AllowAny,\r\n    IsAdminUser,\r\n)\r\nx = "größe 𝄞"; y = 1\r\n@api_view(["GET"])\r\n@<here>permission_classes([AllowAny])\r\ndef v(request): pass\r\n',
      'from rest_framework.permissions import (\r\n    AllowAny,\r\n    IsAdminUser,\r\n    IsAuthenticated,\r\n)\r\nx = "größe 𝄞"; y = 1\r\n@api_view(["GET"])\r\n@permission_classes([IsAuthenticated])\r\ndef v(request): pass\r\n',
    ],
    [
      'a keyword of the route',
      'from rest_framework.permissions import IsAuthenticated as Known\nurlpatterns = [path("x/", V.as_view(permission_classes=<here>[]))]\n',
      'from rest_framework.permissions import IsAuthenticated as Known\nurlpatterns = [path("x/", V.as_view(permission_classes=[Known]))]\n',
    ],
    [
      'a view without a list, behind its docstring',
      '"""Views."""\nfrom rest_framework.views import APIView\n\n<view >class V(APIView):\n    """A view."""\n\n    def get(self, request):\n        pass\n',
      '"""Views."""\nfrom rest_framework.permissions import IsAuthenticated\nfrom rest_framework.views import APIView\n\nclass V(APIView):\n    """A view."""\n\n    permission_classes = [IsAuthenticated]\n\n    def get(self, request):\n        pass\n',
    ],
  ])('%s', (_, before, after) => expect(first(demandUser, before)).toBe(after));

  it('also without the empty authenticators that would keep everybody out', () => {
    const proposals = proposed(
      demandUser,
      'from rest_framework.permissions import IsAuthenticated\n@api_view(["GET"])\n@authentication_classes([])\n@<here>permission_classes([])\ndef v(request):\n    pass\n',
    );
    expect(proposals).toHaveLength(2);
    expect(proposals[1]).toBe(
      'from rest_framework.permissions import IsAuthenticated\n@api_view(["GET"])\n@permission_classes([IsAuthenticated])\ndef v(request):\n    pass\n',
    );
  });

  it('proposes nothing where the name means something else', () => {
    expect(proposed(demandUser, 'class IsAuthenticated: pass\nclass V(APIView):\n    permission_classes = <here>[]\n')).toEqual([]);
  });
});

describe('default-permission', () => {
  const settings = { REST_FRAMEWORK: 'a.py' };
  it.each([
    [
      'REST_FRAMEWORK = {\n    "A": 1,\n    "B": [\n        2,\n    ],\n}\n',
      'REST_FRAMEWORK = {\n    "A": 1,\n    "B": [\n        2,\n    ],\n    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],\n}\n',
    ],
    [
      "REST_FRAMEWORK = {\n    'A': 1  # one\n}\n",
      "REST_FRAMEWORK = {\n    'A': 1,\n    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated']  # one\n}\n",
    ],
    [
      "REST_FRAMEWORK = {'A': 1}\n",
      "REST_FRAMEWORK = {'A': 1, 'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated']}\n",
    ],
    ['REST_FRAMEWORK = {}\n', 'REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}\n'],
    [
      'REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": []}\n',
      'REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}\n',
    ],
  ])('%j', (before, after) => expect(first(defaultPermission, before, settings)).toBe(after));

  it('leaves a setting alone that is no literal', () => {
    expect(proposed(defaultPermission, 'REST_FRAMEWORK = make()\n', settings)).toEqual([]);
  });
});

describe('verify-signature', () => {
  it('takes the key that the file verifies with elsewhere', () => {
    expect(
      first(
        verifySignature,
        'import jwt\na = jwt.decode(t, KEY, algorithms=ALGS)\nb = <here>jwt.decode(t, options={"verify_signature": False, "require": ["exp"]})\n',
      ),
    ).toBe('import jwt\na = jwt.decode(t, KEY, algorithms=ALGS)\nb = jwt.decode(t, KEY, algorithms=ALGS, options={"require": ["exp"]})\n');
  });

  it('only takes the option out where the key stands there', () => {
    expect(
      first(verifySignature, 'import jwt\n<here>jwt.decode(t, KEY, algorithms=["RS256"], options={"verify_signature": False})\n'),
    ).toBe('import jwt\njwt.decode(t, KEY, algorithms=["RS256"])\n');
  });

  it('guesses the key of SimpleJWT, then that of Django', () => {
    const proposals = proposed(verifySignature, 'import jwt\n<here>jwt.decode(t, options={"verify_signature": False})\nSIMPLE_JWT = 1\n', {
      SIMPLE_JWT: 'a.py',
    });
    expect(proposals.map((text) => text.split('\n').find((line) => line.startsWith('jwt.decode')))).toEqual([
      'jwt.decode(t, settings.SIMPLE_JWT["SIGNING_KEY"], algorithms=["HS256"])',
      'jwt.decode(t, settings.SECRET_KEY, algorithms=["HS256"])',
    ]);
  });
});

describe('header-only-token', () => {
  it.each([
    ['raw = header or <here>request.GET.get("token")\n', 'raw = header\n'],
    ['raw = <here>request.GET.get("token") or header\n', 'raw = header\n'],
    [
      'def f(self, request):\n    raw = <here>request.GET.get("token")\n    if raw is not None:\n        return self.check(raw)\n    return super().f(request)\n',
      'def f(self, request):\n    return super().f(request)\n',
    ],
  ])('%j', (before, after) => expect(first(headerOnlyToken, before)).toBe(after));

  it('leaves a name alone that is used further down', () => {
    const text = 'def f(self, request):\n    raw = <here>request.GET.get("token")\n    if raw:\n        log()\n    return check(raw)\n';
    expect(proposed(headerOnlyToken, text)).toEqual([]);
  });
});

describe('refuse-bad-token', () => {
  it('raises where nobody was found', () => {
    expect(
      first(
        refuseBadToken,
        'from rest_framework.exceptions import NotAuthenticated\ndef f(self, request):\n    <here>return (AnonymousUser(), None)\n',
      ),
    ).toBe(
      'from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated\ndef f(self, request):\n    raise AuthenticationFailed("The token is not valid.")\n',
    );
  });

  it('says what it was caught from', () => {
    const text =
      'from rest_framework.exceptions import AuthenticationFailed\ntry:\n    x()\nexcept E as error:\n    <here>return None\nexcept F:\n    return None\n';
    expect(first(refuseBadToken, text)).toContain('    raise AuthenticationFailed("The token is not valid.") from error\nexcept F:');
  });

  it('asks for the user in place of the header', () => {
    const text =
      'class V(APIView):\n    authentication_classes = []\n    def get(self, request):\n        <here>if request.headers.get("Authorization"):\n            return 1\n';
    expect(first(refuseBadToken, text)).toBe(
      'class V(APIView):\n    def get(self, request):\n        if request.user.is_authenticated:\n            return 1\n',
    );
  });

  it('has no edit for a user that was never looked up', () => {
    expect(proposed(refuseBadToken, 'def f(self, request):\n    <here>return (user, key)\n')).toEqual([]);
  });
});

describe('close-method-hole', () => {
  it('demands a user in place of True', () => {
    expect(first(closeMethodHole, 'class P:\n    def has_permission(self, req, view):\n        <here>return True\n')).toBe(
      'class P:\n    def has_permission(self, req, view):\n        return bool(req.user and req.user.is_authenticated)\n',
    );
  });

  it('names the forgotten action', () => {
    const text =
      '<view sheet>class V(ViewSet):\n    def get_permissions(self):\n        if self.action in ("list", "create"):\n            return [IsAuthenticated()]\n        <here>return [AllowAny()]\n';
    expect(first(closeMethodHole, text)).toContain('if self.action in ("list", "create", "sheet"):');
  });
});

it('odd code makes no fix throw', () => {
  for (const fix of FIXES) {
    for (const text of [
      '<here>',
      'x = <here>(',
      '<here>def f(): pass\n',
      'class A:\n    <here>permission_classes: list = []\n',
      'return <here>None\n',
    ]) {
      expect(Array.isArray(proposed(fix, text, { REST_FRAMEWORK: 'a.py', SIMPLE_JWT: 'b.py' }))).toBe(true);
    }
  }
});
