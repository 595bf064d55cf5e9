"""Judges conformance cases with the real Django and DRF: rows of the resolver, their policies, and answers to real requests.

Reads {"cases": [...]} as a line from stdin, then more cases, one a line; prints one JSON object a line and case. Every case runs in its own forked process, so that
settings, registries and class attributes are fresh; cases with the shared settings start from a parent that has Django set up.
"""
import gc
import importlib
import itertools
import json
import os
import re
import resource
import sys
import traceback
import warnings

METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
GARBAGE = 'unlatched.garbage.token'
TOKEN = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
NAMES = {'query': [], 'headers': []}
SAMPLES = ['1', 'a', 'en', 'abc', '2024', '12', 'x-1', 'x1', 'me', 'a1b2', 'A', '0.1', 'aaaaaaaa', 'a/b', 'json', '00000000-0000-4000-8000-000000000000', '2']
# Where those are all taken by earlier patterns.
RARE = ['12345', 'x y', '1~']


# --- rows -------------------------------------------------------------------------------------------------------------------

def walk(patterns, prefix=()):
    from django.urls.resolvers import URLResolver

    for entry in patterns:
        parts = (*prefix, entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry.url_patterns, parts)
        else:
            yield entry, parts


def template_of(parts):
    """The path as people write it, parameters as `{}`."""
    from django.urls.resolvers import LocalePrefixPattern, RoutePattern

    text = ''
    for part in parts:
        if isinstance(part, LocalePrefixPattern):
            text += part.language_prefix
        elif isinstance(part, RoutePattern):
            text += re.sub(r'<drf_format_suffix\w*:(\w+)>', r'.<\1>', str(part))
        else:
            text += regex_template(str(part))
    suffix = bool(re.search(r'\.<(\w+:)?format>/?$', text))
    text = re.sub(r'<[^<>]*>', '{}', text)
    text = text if text.startswith('//') else '/' + text.lstrip('/')
    return (text.rstrip('/') if suffix else text), suffix


def regex_template(pattern):
    """A regular expression as a template: groups that capture are parameters, what is optional is written out once."""
    from re import _constants as kinds
    from re import _parser as parser

    names = {index: name for name, index in re.compile(pattern).groupindex.items()}

    def text(tree):
        out = ''
        for kind, value in tree:
            if kind is kinds.LITERAL:
                out += chr(value)
            elif kind is kinds.ANY:
                out += '.'
            elif kind is kinds.SUBPATTERN:
                out += text(value[3]) if value[0] is None else f'<{names.get(value[0], "var")}>'
            elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
                out += text(value[2])
            elif kind is kinds.BRANCH:
                out += '|'.join(map(text, value[1]))
        return out

    return text(parser.parse(pattern))


def fillings(part, pool):
    """Texts that a piece of a pattern matches, a few of them."""
    from django.urls.resolvers import LocalePrefixPattern, RoutePattern

    if isinstance(part, LocalePrefixPattern):
        return [part.language_prefix]
    if isinstance(part, RoutePattern):
        choices, at, route = [], 0, str(part)
        for found in re.finditer(r'<(?:[^<>:]+:)?([^<>]+)>', route):
            converter = part.converters[found[1]]
            samples = [s for s in ('.json', *pool) if re.fullmatch(converter.regex, s)]
            choices += [[route[at:found.start()]], samples[:4] or ['1']]
            at = found.end()
        return [''.join(texts) for texts in itertools.product(*choices, [route[at:]])]
    from re import _parser as parser

    texts = dict.fromkeys(texts_of(parser.parse(str(part)), pool))
    fitting = [text for text in texts if re.search(str(part), text)][:6]
    if fitting and pool is RARE:
        # Without an anchor, other text may stand around it.
        fitting += [] if str(part).startswith('^') else ['x/' + fitting[0]]
        fitting += [] if str(part).endswith('$') else [fitting[0] + 'x']
    return fitting or ['']


def texts_of(tree, pool):
    """Texts that a parsed regular expression matches: with and without what is optional, each alternative, groups by the samples."""
    from re import _compiler as compiler
    from re import _constants as kinds

    choices = []
    for kind, value in tree:
        if kind is kinds.LITERAL:
            choices.append([chr(value)])
        elif kind in (kinds.SUBPATTERN, kinds.BRANCH, kinds.IN, kinds.ANY, kinds.NOT_LITERAL):
            whole = type(tree)(tree.state, [(kind, value)])
            inner = value[3] if kind is kinds.SUBPATTERN else None
            fitting = compiler.compile(whole)
            chosen = [text for text in ('json', *pool) if fitting.fullmatch(text)] if kind is not kinds.SUBPATTERN or value[0] is not None else []
            if kind in (kinds.IN, kinds.ANY, kinds.NOT_LITERAL):
                chosen = [text for text in ('7', 'z', 'a', '-', '.', '/', '1') if fitting.fullmatch(text)]
            if not chosen and kind is kinds.SUBPATTERN:
                chosen = texts_of(inner, pool)
            if not chosen and kind is kinds.BRANCH:
                chosen = [text for way in value[1] for text in texts_of(way, pool)]
            choices.append(chosen[:4] or [''])
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            least, most, inner = value
            once = texts_of(inner, pool)
            choices.append([text * max(least, 1) for text in once] + ([''] if least == 0 else []))
    return [''.join(texts) for texts in itertools.islice(itertools.product(*choices), 40)]


def samples_of(parts, pool=SAMPLES):
    return ['/' + ''.join(texts).lstrip('/') for texts in itertools.islice(itertools.product(*(fillings(part, pool) for part in parts)), 12)]


def reaching(entry, parts, seen):
    """
    Paths that the resolver gives to this callback, one for each set of parameters; none when earlier patterns take them all, or
    this one stands there twice.
    """
    from django.urls import Resolver404, get_resolver

    text = ''.join(map(str, parts)).replace('^', '')
    if (text, id(entry.callback)) in seen:
        return []
    seen.add((text, id(entry.callback)))
    found = {}
    for path in (path for pool in (SAMPLES, RARE) if not found for path in samples_of(parts, pool)):
        try:
            match = get_resolver().resolve(path)
        except Resolver404:
            continue
        if match.func is entry.callback:
            found.setdefault(frozenset(match.kwargs), path)
    return list(found.values())


def chain(callback):
    out = []
    while callback is not None and callback not in out:
        out.append(callback)
        callback = getattr(callback, '__wrapped__', None) or getattr(callback, 'func', None)
    return out


def view_of(callback):
    """The function that carries `cls` or `view_class`, also behind decorators without functools.wraps."""
    todo, seen = chain(callback), []
    while todo:
        func = todo.pop(0)
        if any(func is other for other in seen):
            continue
        seen.append(func)
        cls = getattr(func, 'cls', None) or getattr(func, 'view_class', None)
        if isinstance(cls, type):
            return func, cls
        for cell in getattr(func, '__closure__', None) or ():
            try:
                if callable(cell.cell_contents) and not isinstance(cell.cell_contents, type):
                    todo += chain(cell.cell_contents)
            except ValueError:
                pass
    return None, None


def ninja_paths(callback):
    """The PathView of Django Ninja behind a callback (ninja/operation.py: get_view closes over it)."""
    if 'ninja' not in sys.modules:
        return None
    from ninja.operation import PathView

    cells = [cell.cell_contents for func in chain(callback) for cell in getattr(func, '__closure__', None) or ()]
    return next((value for value in cells if isinstance(value, PathView)), None)


def ninja_rows(base, path_view):
    import inspect

    out = []
    for operation in path_view.operations:
        auth = [name_of(item if inspect.isroutine(item) else type(item)) for item in operation.auth_callbacks or []]
        for method in METHODS:
            if method in operation.methods:
                lists = {'authenticators': auth, 'permissions': [], 'throttles': []}
                out.append({**base, 'method': method, 'view': name_of(chain(operation.view_func)[-1]), 'action': None, 'operation': operation, **lists})
    return out


def name_of(target):
    return f'{target.__module__}.{target.__qualname__}'


def expression(permission):
    from rest_framework import permissions

    if isinstance(permission, permissions.AND):
        return {'and': [expression(permission.op1), expression(permission.op2)]}
    if isinstance(permission, permissions.OR):
        return {'or': [expression(permission.op1), expression(permission.op2)]}
    if isinstance(permission, permissions.NOT):
        return {'not': expression(permission.op1)}
    if isinstance(permission, type):
        raise TypeError('a class where an instance belongs')
    return name_of(type(permission))


def policies(func, cls, method, path, names):
    """The effective lists, asked in the order in which `dispatch` does; an exception in a hook is the answer `raises`."""
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory
    from django.urls import resolve

    initkwargs = getattr(func, 'initkwargs', None) or getattr(func, 'view_initkwargs', None) or {}
    actions = getattr(func, 'actions', None)
    out = {}

    def ask(name, run):
        try:
            out[name] = run()
        except Exception as error:
            out[name] = {'raises': type(error).__name__}

    view = cls(**initkwargs)
    request = RequestFactory().generic(method, path or '/')
    request.user, request.session = AnonymousUser(), {}
    kwargs = resolve(path).kwargs if path else dict.fromkeys(names, '1')
    view.args, view.kwargs, view.headers, view.format_kwarg = (), dict(kwargs), {}, None
    view.request = request
    if actions:
        view.action_map = actions
        for verb, action in actions.items():
            setattr(view, verb, getattr(view, action))
    ask('authenticators', lambda: [expression(item) for item in view.get_authenticators()])
    out['words'] = [item.keyword for item in view.get_authenticators() if hasattr(item, 'keyword')] if isinstance(out['authenticators'], list) else []
    try:
        view.request = view.initialize_request(request)
    except Exception:
        from rest_framework.request import Request
        view.request = Request(request)
    if actions:
        view.action = actions.get(method.lower())
    ask('permissions', lambda: [expression(item) for item in view.get_permissions()])
    ask('throttles', lambda: [expression(item) for item in view.get_throttles()])
    return out


def rows_of(entry, parts, seen):
    from rest_framework.views import APIView

    path, suffix = template_of(parts)
    samples = reaching(entry, parts, seen)
    sample = samples[0] if samples else None
    base = {'path': path, 'suffix': suffix, 'reachable': sample is not None, 'samples': samples or samples_of(parts)[:1]}
    path_view = ninja_paths(entry.callback)
    if path_view is not None:
        return ninja_rows(base, path_view)
    func, cls = view_of(entry.callback)
    if cls is None:
        target = chain(entry.callback)[-1]
        return [{**base, 'method': '*', 'view': None if not hasattr(target, '__qualname__') else name_of(target), 'action': None}]
    api = issubclass(cls, APIView)
    allowed = getattr(func, 'initkwargs', getattr(func, 'view_initkwargs', None)) or {}
    names = [n.upper() for n in allowed.get('http_method_names', cls.http_method_names)]
    actions = getattr(func, 'actions', None)
    out = []
    for method in METHODS:
        if method not in names:
            continue
        handler = actions.get(method.lower()) if actions else method.lower() if hasattr(cls, method.lower()) else None
        if handler is None:
            continue
        row = {**base, 'method': method, 'view': None if cls.__qualname__.endswith('WrappedAPIView') else name_of(cls), 'action': handler if actions else None, 'handler': handler, 'cls': cls, 'api': api}
        if api:
            row |= policies(func, cls, method, sample, re.findall(r'<(?:[^<>:]*:)?(\w+)>', ''.join(map(str, parts))))
        out.append(row)
    # A view of DRF without methods answers nobody; another one may answer in `dispatch`.
    return out if out or api else [{**base, 'method': '*', 'view': name_of(cls), 'action': None}]


# --- requests -----------------------------------------------------------------------------------------------------------------

reached = []


def mark(cls, name):
    """Makes a handler tell that it was reached; what it returns stays as it is."""
    import functools

    handler = getattr(cls, name, None)
    if handler is None or getattr(handler, '_marked', False):
        return

    @functools.wraps(handler)
    def marked(*args, **kwargs):
        reached.append(name)
        return handler(*args, **kwargs)

    marked._marked = True
    setattr(cls, name, marked)


def tell_refusals():
    """A handler may refuse by an exception that the project's exception handler answers with 200."""
    from django.core.exceptions import PermissionDenied
    from rest_framework.views import APIView

    handle = APIView.handle_exception

    def told(self, exc):
        response = handle(self, exc)
        response.refused = isinstance(exc, PermissionDenied) or getattr(exc, 'status_code', None) in (401, 403)
        return response

    APIView.handle_exception = told


def send(row, sample, method, headers, attack):
    from urllib.parse import urlencode

    from django.test import Client

    del reached[:]
    client = Client(raise_request_exception=False)
    for name, value in attack.get('cookies', {}).items():
        client.cookies[name] = value
    every = {**headers, **attack.get('headers', {})}
    environment = {'HTTP_' + name.upper().replace('-', '_'): value for name, value in every.items()}
    environment |= attack.get('environment', {})
    path = attack.get('path', sample)
    query = attack.get('query')
    try:
        response = client.generic(
            attack.get('method', method),
            path + ('?' + urlencode(query) if query else ''),
            data=attack.get('body', ''),
            content_type=attack.get('type', 'application/json'),
            **environment,
        )
    except Exception as error:  # the test client itself lets these through
        return {'verdict': 'crashes', 'status': 500, 'error': repr(error)[:200]}
    status = response.status_code
    error = ''
    if status >= 500:
        error = repr((getattr(response, 'exc_info', None) or ('', ''))[1])[:200]
        # An error inside the handler comes after the gate: both words are right.
        return {'verdict': 'crashes', 'status': status, 'error': error, 'also': 'admits' if reached else None}
    denied = status in (401, 403) or (status in (301, 302) and (not reached or to_login(response['Location'])))
    # The body and the query are looked at after the authenticators (ninja/operation.py, run).
    if row.get('operation') and status in (400, 422):
        return {'verdict': 'admits', 'status': status}
    if row.get('cls') is None or method == 'OPTIONS':
        return {'verdict': 'rejects' if denied or status >= 400 else 'admits', 'status': status}
    if reached:
        denied = denied or getattr(response, 'refused', False)
        return {'verdict': 'rejects' if denied else 'admits', 'status': status}
    # An answer of 2xx without the handler is a denial in an envelope, or a view that answers elsewhere.
    enveloped = getattr(response, 'exception', False)
    return {'verdict': 'rejects' if denied or status >= 400 or enveloped else 'admits', 'status': status}


def to_login(location):
    """A handler may send on whoever has got in, as pages do behind a form; to a login it sends whom it turns away."""
    from django.conf import settings

    path, _, query = location.partition('?')
    named = re.search(r'(^|/)(log-?in|sign-?in|sso|saml2?|oauth2?|authori[sz]e|authenticate)(/|$|\.)', path, re.I)
    return path == settings.LOGIN_URL or bool(named) or bool(re.search(r'(^|&)(next|redirect_to|return_to|returnurl|continue)=', query, re.I))


def worst(answers):
    """What the attacker gets who tries all of them."""
    # A handler that was reached and failed comes after the gate.
    answers = sorted(answers, key=lambda answer: answer.get('also') != 'admits')
    for verdict in ('admits', 'crashes' if answers[0].get('also') else 'rejects', 'rejects', 'crashes'):
        for answer in answers:
            if answer['verdict'] == verdict:
                crashes = verdict == 'rejects' and any(a['verdict'] == 'crashes' for a in answers)
                return {**answer, 'statuses': sorted({a['status'] for a in answers if a['verdict'] == verdict}), **({'also': 'crashes'} if crashes else {})}


def fire(row, case):
    credentials = [dict([valid.split(': ', 1)]) if re.match(r'[\w-]+: ', valid) else {'Authorization': valid} for valid in case['valid']]
    words = [value.split()[0] if ' ' in value else '' for one in credentials if (value := one.get('Authorization'))]
    schemes = dict.fromkeys(['Bearer', *(row.get('words', []) if case['schemes'] == ['own'] else case['schemes']), *words])
    verbs = METHODS if row['method'] == '*' else [row['method']]
    attacks = [{}, *case.get('attacks', [])]
    garbage = [{'Authorization': f'{scheme} {text}'.strip()} for scheme in schemes for text in garbage_like(credentials)]

    def answers(methods, every, extra=attacks):
        return worst([send(row, sample, method, headers, attack) for sample in row['samples'] for method in methods for headers in every for attack in extra])

    out = {'no-token': answers(verbs, [{}]), 'garbage-token': answers(verbs, garbage)}
    if row['method'] == 'GET':
        head = answers(['HEAD'], [{}])
        # 405: `@api_view` answers HEAD only when it is asked for; there is no operation then.
        if head['status'] != 405:
            out['head-method'] = head
    if credentials:
        out['valid-token'] = answers(verbs[:1], credentials, [{}])
    if case.get('named') and (credentials or not case.get('credentials')):
        out['user-as-token'] = answers(verbs, named_as_token(credentials or [{'Authorization': f'{word} {GARBAGE}'} for word in ('Bearer', 'Basic')]))
    if case.get('battery'):
        out |= battery(answers, verbs, schemes, credentials, attacks)
    if case.get('credentials'):
        out |= other_places(answers, row, verbs, credentials, attacks)
        if credentials:
            out |= other_tokens(answers, verbs, credentials, case)
    return out


def battery(answers, verbs, schemes, credentials, attacks):
    """The other credential probes, with what a stranger may add to each."""
    def literal(text):
        return answers(verbs, [{'Authorization': f'{scheme} {text}' if scheme else text} for scheme in schemes])

    def in_query(text):
        return answers(verbs, [{}], [{**attack, 'query': {**dict.fromkeys(NAMES['query'], text), **attack.get('query', {})}} for attack in attacks])

    out = {'empty-token': literal(' x'), 'null-token': literal('null'), 'garbage-in-query': in_query(GARBAGE)}
    out['garbage-api-key'] = answers(verbs, [dict.fromkeys(key_headers(credentials), text) for text in garbage_like(credentials)])
    if credentials:
        texts = [secret_of(one) for one in credentials]
        out['tampered-token'] = answers(verbs, [{name: value.replace(text, tampered(text)) for name, value in one.items()} for one, text in zip(credentials, texts)])
        out['wrong-scheme'] = answers(verbs, [{'Authorization': 'Unlatched ' + text} for text in texts])
        out['token-in-query'] = worst([in_query(text) for text in texts])
    return out


def garbage_like(credentials):
    """Words that nobody issued, one of them as long as the right token: code may look at nothing else."""
    return dict.fromkeys([GARBAGE, *((GARBAGE * 99)[:len(secret_of(one))] for one in credentials)])


def named_as_token(credentials):
    """Headers with what names the first user where the token stands, plain and as base64."""
    import base64
    import json

    names = ['conny', '1', 'conny@example.org', 'conny:x', json.dumps({'id': 1, 'user_id': 1, 'username': 'conny', 'user': 'conny'})]
    texts = [*names[:3], *(base64.b64encode(name.encode()).decode() for name in names)]
    return [{name: value.replace(secret_of(way), text) for name, value in way.items()} for way in credentials for text in texts]


def key_headers(credentials):
    """Headers that keys travel in: the usual ones, and where the case has its own."""
    own = [name for one in credentials for name in one if name not in ('Authorization', 'Cookie')]
    return [*NAMES['headers'], *own]


def secret_of(credential):
    """The token of a header, without the word or name in front of it."""
    [(name, value)] = credential.items()
    return value.split('=', 1)[1] if name == 'Cookie' else re.sub(r'^sha\d+=', '', value.split()[-1])


def other_places(answers, row, verbs, credentials, attacks):
    """Cookies, forms and headers beside Authorization; the methods that are answered like GET."""
    def cookies(text):
        return answers(verbs, [{}], [{**attack, 'cookies': dict.fromkeys(NAMES['cookies'], text)} for attack in attacks])

    def form(text):
        from urllib.parse import urlencode

        body = urlencode(dict.fromkeys(NAMES['query'], text))
        sent = {'body': body, 'type': 'application/x-www-form-urlencoded'}
        return answers(verbs, [{}], [{**attack, **sent} for attack in attacks])

    writes = row['method'] in ('POST', 'PUT', 'PATCH')
    out = {'garbage-in-cookie': cookies(GARBAGE), 'blank-api-key': answers(verbs, [dict.fromkeys(key_headers(credentials), '')])}
    out['blank-in-query'] = answers(verbs, [{}], [{**attack, 'query': {**dict.fromkeys(NAMES['query'], ''), **attack.get('query', {})}} for attack in attacks])
    out['identity-header'] = answers(verbs, [dict.fromkeys(NAMES['identities'], name) for name in ('conny', '1', 'conny@example.org')])
    if row['method'] == 'GET':
        out['options-method'] = answers(['OPTIONS'], [{}])
    if writes:
        out['garbage-in-form'] = form(GARBAGE)
    if row.get('handler') is not None:
        out['method-override'] = overridden(row, attacks)
    for text in [secret_of(one) for one in credentials[:1]]:
        out['token-in-cookie'] = cookies(text)
        out['token-in-header'] = answers(verbs, [dict.fromkeys(key_headers(credentials), text)])
        if writes:
            out['token-in-form'] = form(text)
    return out


def overridden(row, attacks):
    """Another method is sent, and the row's own is named in headers and in a form; only its own handler counts."""
    out = []
    names = dict.fromkeys(NAMES['overrides'], row['method'])
    form = {'body': '_method=' + row['method'], 'type': 'application/x-www-form-urlencoded'}
    for method in ('GET', 'POST'):
        if method == row['method']:
            continue
        for sample, attack in itertools.product(row['samples'], attacks):
            answer = send(row, sample, method, names, {**attack, **form})
            ran = row['handler'] in reached
            out.append(answer if ran else {'verdict': 'rejects', 'status': answer['status']})
    return worst(out)


def other_tokens(answers, verbs, credentials, case):
    """Signed tokens that differ from the valid one in one thing, pieces of the valid one, and its owner switched off."""
    from django.contrib.auth.models import User

    one = credentials[0]
    text = secret_of(one)

    def sent(*others):
        return answers(verbs, [{name: value.replace(text, other) for name, value in one.items()} for other in others])

    out = {'token-prefix': sent(text[:len(text) // 2]), 'token-with-junk': sent(text + ' unlatched')}
    for probe, others in made_tokens(text, case).items():
        out[probe] = sent(*others)
    User.objects.filter(username='conny').update(is_active=False)
    out['inactive-user'] = sent(text)
    User.objects.filter(username='conny').update(is_active=True)
    return out


def made_tokens(text, case):
    import time

    import jwt

    try:
        header, claims = jwt.get_unverified_header(text), jwt.decode(text, options={'verify_signature': False})
    except jwt.InvalidTokenError:  # an opaque token: a JWT in its place is no better than garbage
        header, claims = {'alg': 'HS256'}, {'user_id': 1, 'exp': int(time.time()) + 3600}
    kinds = [name for name in ('token_type', 'type', 'typ', 'token_use', 'use', 'kind', 'purpose') if name in claims]
    without = {name: value for name, value in claims.items() if name != 'exp'}

    def issued(**changes):
        return [jwt.encode({**claims, **changes}, issuer_key(), algorithm=header['alg'], headers=header)]

    return {
        'expired-token': issued(exp=int(time.time()) - 3600),
        'no-expiry': [jwt.encode(without, issuer_key(), algorithm=header['alg'], headers=header)],
        'foreign-audience': issued(aud='another-service'),
        'foreign-issuer': issued(iss='https://another-issuer.invalid'),
        'refresh-as-access': issued(**dict.fromkeys(kinds or ['type'], 'refresh')),
        'unsigned-token': [by_hand({**header, 'alg': 'none'}, claims, None)],
        'other-algorithm': [by_hand({**header, 'alg': 'HS256'}, claims, public_key())],
        'weak-secret-token': [by_hand({**header, 'alg': 'HS256'}, claims, secret) for secret in written_secrets(case)],
    }


def issuer_key():
    from django.conf import settings

    return getattr(settings, 'ISSUER_KEY', None) or getattr(settings, 'SIMPLE_JWT', {}).get('SIGNING_KEY') or settings.SECRET_KEY


def public_key():
    from django.conf import settings

    return getattr(settings, 'PUBLIC_KEY', 'a public key that nobody verifies with')


def written_secrets(case):
    """What somebody tries who has read the repository: every text in its files."""
    out = dict.fromkeys(['', 'secret', 'changeme'])
    for folder in ('config', 'app'):
        for name in sorted(os.listdir(os.path.join(case['folder'], folder))):
            if name.endswith('.py'):
                with open(os.path.join(case['folder'], folder, name)) as file:
                    out |= dict.fromkeys(found[2] for found in re.finditer(r'''(["'])([^"'\n]{8,})\1''', file.read()))
    return list(out)


def by_hand(header, claims, secret):
    """A token as no library would make it."""
    import base64
    import hashlib
    import hmac

    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b'=')

    signed = part(json.dumps(header).encode()) + b'.' + part(json.dumps(claims).encode())
    signature = b'' if secret is None else part(hmac.new(secret.encode(), signed, hashlib.sha256).digest())
    return (signed + b'.' + signature).decode()


def tampered(text):
    """Another signature: the first character after the last separator is changed."""
    at = max(text.rfind('.'), text.rfind(':')) + 1
    return text[:at] + ('A' if text[at] != 'A' else 'B') + text[at + 1:]


# --- one case -------------------------------------------------------------------------------------------------------------------

def make_tables(models):
    from django.db import connection

    existing = set(connection.introspection.table_names())
    with connection.schema_editor() as editor:
        for model in models:
            if model._meta.managed and not model._meta.proxy and model._meta.db_table not in existing:
                existing.add(model._meta.db_table)
                editor.create_model(model)
    from django.contrib.auth.models import User

    if 'auth_user' in existing and not User.objects.filter(username='conny').exists():
        user = User.objects.create(username='conny', password='!', email='conny@example.org')
        if 'authtoken_token' in existing:
            from rest_framework.authtoken.models import Token

            Token.objects.create(user=user, key=TOKEN)


def seed():
    """Rows for the models of a case, written by its `seed.py`."""
    module = importlib.import_module('seed')
    from django.contrib.auth.models import User

    module.run(User.objects.get(username='conny'), TOKEN)


def valid_tokens(case):
    import datetime

    out = []
    for text in case.get('valid', []):
        if '{jwt}' in text:
            from django.contrib.auth.models import User
            from rest_framework_simplejwt.tokens import AccessToken

            token = AccessToken.for_user(User.objects.get(username='conny'))
            token.set_exp(lifetime=datetime.timedelta(hours=1))
            text = text.replace('{jwt}', str(token))
        if '{signed}' in text:
            text = text.replace('{signed}', signed(case))
        if '{dumped}' in text:
            from django.core import signing

            text = text.replace('{dumped}', signing.dumps({'user_id': 1}))
        if '{stamped}' in text:
            from django.core.signing import TimestampSigner

            text = text.replace('{stamped}', TimestampSigner().sign('1'))
        out.append(text.replace('{token}', TOKEN))
    return out


def signed(case):
    """A token of PyJWT for the first user, with the key of the settings."""
    import time

    import jwt
    from django.conf import settings

    now = int(time.time())
    claims = {'user_id': 1, 'sub': '1', 'username': 'conny', 'iat': now, 'exp': now + 3600, 'type': 'access'}
    return jwt.encode(claims, issuer_key(), algorithm='HS256')


def judge(case, ready):
    sys.path.insert(0, case['folder'])
    os.chdir(case['folder'])
    os.environ.pop('PYTHONDONTWRITEBYTECODE', None)
    sys.dont_write_bytecode = True
    for module in [name for name in sys.modules if name == 'config' or name.startswith('config.')]:
        del sys.modules[module]
    if not ready:
        os.environ['DJANGO_SETTINGS_MODULE'] = case.get('settings') or 'config.settings'
        os.environ.update(case.get('env', {}))
        if case.get('configuration'):
            os.environ['DJANGO_CONFIGURATION'] = case['configuration']
            import configurations

            configurations.setup()
        import django

        django.setup()
    from django.apps import apps
    from django.conf import settings

    if ready:
        apps.set_installed_apps(settings.INSTALLED_APPS)
        # What the parent process remembered of relations is older than the models of the case.
        apps.clear_cache()
    silence()
    make_tables(apps.get_models())
    if case.get('battery'):
        seed()
    from django.urls import get_resolver

    seen = set()
    rows = [row for entry, parts in walk(get_resolver().url_patterns) for row in rows_of(entry, parts, seen)]
    case['valid'] = valid_tokens(case)
    for row in rows:
        if row.get('cls') is not None:
            mark(row['cls'], row['handler'])
    tell_refusals()
    for row in rows:
        if row['reachable'] and not case.get('rowsOnly'):
            row['verdicts'] = fire(row, case)
        row.pop('cls', None)
        row.pop('operation', None)
    return {'rows': rows}


def silence():
    import logging

    logging.disable(logging.CRITICAL)


# Seconds of processor time for one case; a large one takes a few.
LONGEST = 30


def in_child(case, ready, out):
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        # A planted mistake may make a loop that never ends.
        resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
        sys.stdout = open(os.devnull, 'w')  # what a case prints is not an answer
        try:
            result = judge(case, ready)
        except BaseException as error:
            result = {'error': f'{type(error).__name__}: {error}', 'trace': traceback.format_exc()[-2000:]}
        with os.fdopen(write, 'w') as pipe:
            json.dump({'id': case['id'], **result}, pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    out.write((text or json.dumps({'id': case['id'], 'error': 'the process died, or had no end'})) + '\n')
    out.flush()


def main():
    warnings.simplefilter('ignore')
    request = json.loads(sys.stdin.readline())
    NAMES.update(request['names'])
    own = [case for case in request['cases'] if case['ownSettings']]
    shared = [case for case in request['cases'] if not case['ownSettings']]
    for module in ('django.db.models', 'django.urls', 'django.test', 'django.core.handlers.wsgi', 'sqlite3', 'jwt', 'django.db.backends.sqlite3.base'):
        importlib.import_module(module)
    gc.freeze()
    for case in own:
        in_child(case, False, sys.stdout)
    if request.get('moreAreOwn'):
        for line in sys.stdin:
            in_child(json.loads(line), False, sys.stdout)
        return
    # The skeleton's settings, without the application of a case.
    sys.path.insert(0, request['skeleton'])
    sys.dont_write_bytecode = True
    from django.conf import settings

    from config import base

    values = {name: getattr(base, name) for name in dir(base) if name.isupper()}
    settings.configure(**{**values, 'INSTALLED_APPS': [app for app in values['INSTALLED_APPS'] if app != 'app']})
    import django
    from django.apps import apps

    django.setup()
    make_tables(apps.get_models())
    for module in ('rest_framework.viewsets', 'rest_framework.generics', 'rest_framework.routers', 'rest_framework.decorators', 'rest_framework.authentication', 'rest_framework_simplejwt.authentication', 'rest_framework_simplejwt.views', 'rest_framework.test', 'django.contrib.auth.decorators', 'django.contrib.auth.mixins', 'django.views.generic', 'django.contrib.sessions.backends.db', 'rest_framework.schemas.openapi'):
        importlib.import_module(module)
    sys.path.remove(request['skeleton'])
    settings.INSTALLED_APPS = values['INSTALLED_APPS']
    gc.freeze()
    for case in shared:
        in_child(case, True, sys.stdout)
    for line in sys.stdin:
        in_child(json.loads(line), True, sys.stdout)


main()
