"""Compares the stubs with the installed packages and prints what differs as JSON.

The stub side is only parsed (`ast`); the real side is imported and inspected.
Usage: describe.py STUBS_FOLDER, run by a Python that has the real packages installed.
Prints {"distributions": {...}, "classes": n, "functions": n, "mismatches": [...], "missing_modules": [...]}.
"""
import ast
import importlib
import importlib.metadata
import importlib.util
import inspect
import json
import os
import platform
import sys
import tempfile
import tomllib
import typing
import warnings

MISSING = object()
PRIVATE = '_unlatched'
# Bases without behaviour.
TYPING_ONLY = (object, typing.Generic, typing.Protocol)
# What Django and the packages need before their modules can be imported.
APPS = {
    'django.contrib.admin': 'django',
    'django.contrib.auth': 'django',
    'django.contrib.contenttypes': 'django',
    'django.contrib.flatpages': 'django',
    'django.contrib.messages': 'django',
    'django.contrib.redirects': 'django',
    'django.contrib.sessions': 'django',
    'django.contrib.sites': 'django',
    'django.contrib.staticfiles': 'django',
    'rest_framework': 'rest_framework',
    'rest_framework.authtoken': 'rest_framework',
    'rest_framework_simplejwt': 'rest_framework_simplejwt',
    'rest_framework_simplejwt.token_blacklist': 'rest_framework_simplejwt',
    'drf_spectacular': 'drf_spectacular',
    'drf_yasg': 'drf_yasg',
    'djoser': 'djoser',
    'django_rq': 'django_rq',
    'knox': 'knox',
    'oauth2_provider': 'oauth2_provider',
    'rest_framework_api_key': 'rest_framework_api_key',
    'guardian': 'guardian',
    'rules': 'rules',
    'axes': 'axes',
    'allauth': 'allauth',
    'allauth.account': 'allauth',
    'allauth.socialaccount': 'allauth',
    'allauth.headless': 'allauth',
    'allauth.mfa': 'allauth',
    'allauth.usersessions': 'allauth',
    'dj_rest_auth': 'dj_rest_auth',
    'dj_rest_auth.registration': 'dj_rest_auth',
    'debug_toolbar': 'debug_toolbar',
    'polymorphic': 'polymorphic',
    'django_otp': 'django_otp',
    'django_otp.plugins.otp_static': 'django_otp',
    'django_otp.plugins.otp_totp': 'django_otp',
    'social_django': 'social_django',
    'django_celery_beat': 'django_celery_beat',
    'django_celery_results': 'django_celery_results',
    'hijack': 'hijack',
    'impersonate': 'impersonate',
    'taggit': 'taggit',
    'health_check': 'health_check',
    'django_drf_filepond': 'django_drf_filepond',
    'django_otp_webauthn': 'django_otp_webauthn',
    'dbsettings': 'dbsettings',
    'reversion': 'reversion',
    'rest_framework_jwt': 'rest_framework_jwt',
    'rest_framework_jwt.blacklist': 'rest_framework_jwt',
    'silk': 'silk',
    'waffle': 'waffle',
    'auditlog': 'auditlog',
    'django_rest_passwordreset': 'django_rest_passwordreset',
    'rolepermissions': 'rolepermissions',
    'registration': 'registration',
    'django_registration': 'django_registration',
    'drf_standardized_errors': 'drf_standardized_errors',
    'treebeard': 'treebeard',
    'fcm_django': 'fcm_django',
    'drf_multiple_model': 'drf_multiple_model',
    'solo': 'solo',
    'djmoney': 'djmoney',
    'djmoney.contrib.exchange': 'djmoney',
    'modeltranslation': 'modeltranslation',
    'colorfield': 'colorfield',
    'django_countries': 'django_countries',
    'phonenumber_field': 'phonenumber_field',
    'drf_social_oauth2': 'drf_social_oauth2',
    'rest_framework_tracking': 'rest_framework_tracking',
    'request_id': 'request_id',
    'django_structlog': 'django_structlog',
    'user_sessions': 'user_sessions',
    'notifications': 'notifications',
    'two_factor': 'two_factor',
    'easy_thumbnails': 'easy_thumbnails',
    'push_notifications': 'push_notifications',
    'tastypie': 'tastypie',
}


def set_up_django():
    from django.conf import settings

    settings.configure(
        SECRET_KEY='stub-test-' * 5,
        INSTALLED_APPS=[app for app, package in APPS.items() if importlib.util.find_spec(package)],
        DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}},
        USE_TZ=True,
        STATIC_URL='static/',
        SITE_ID=1,
        ROOT_URLCONF='django.contrib.auth.urls',
        TENANT_MODEL='auth.Group',
        MIDDLEWARE=['allauth.account.middleware.AccountMiddleware'] if importlib.util.find_spec('allauth') else [],
        TEMPLATES=[{'BACKEND': 'django.template.backends.django.DjangoTemplates', 'APP_DIRS': True}],
        HEADLESS_FRONTEND_URLS={},
        DJANGO_DRF_FILEPOND_UPLOAD_TMP=tempfile.gettempdir(),
        DJANGO_DRF_FILEPOND_FILE_STORE_PATH=tempfile.gettempdir(),
        OTP_WEBAUTHN_RP_ID='localhost',
        OTP_WEBAUTHN_RP_NAME='stubs',
        MEDIA_ROOT=tempfile.gettempdir(),
        RQ_QUEUES={'default': {'HOST': 'localhost', 'PORT': 6379}},
    )
    import django

    django.setup()


class Stub:
    """One stub module: its statements with the version switches decided, and what its names were imported as."""

    def __init__(self, path, versions):
        with open(path, encoding='utf-8') as file:
            self.versions = versions
            self.body = self.decided(ast.parse(file.read(), path).body)
        self.names = {}
        for node in self.body:
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    self.names[alias.asname or alias.name] = alias.name

    def decided(self, body):
        """Statements of a body with `if DRF_VERSION >= ...` replaced by the branch that is taken."""
        result = []
        for node in body:
            if isinstance(node, ast.If) and is_version_test(node.test):
                taken = eval(compile(ast.Expression(node.test), 'stub', 'eval'), {}, self.versions)
                result += self.decided(node.body if taken else node.orelse)
            elif isinstance(node, ast.Try):
                result += self.decided(node.body)
            else:
                result.append(node)
        return result

    def last_name(self, node):
        """The name of the class that an expression means, or None."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            return node.attr
        if isinstance(node, ast.Subscript):
            return self.last_name(node.value)
        return None


def is_private(name):
    return name.lower().startswith(PRIVATE)


def is_version_test(test):
    names = [node.id for node in ast.walk(test) if isinstance(node, ast.Name)]
    return bool(names) and all(name in ('DJANGO_VERSION', 'DRF_VERSION', 'version_of', 'is_required') for name in names)


def literal(node):
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        return MISSING


def same(stub, real):
    """Equality that does not mind the kind of sequence, nor keys that the stub leaves out of a dict."""
    if isinstance(stub, (list, tuple)) and isinstance(real, (list, tuple)):
        return len(stub) == len(real) and all(same(a, b) for a, b in zip(stub, real))
    if isinstance(stub, dict) and isinstance(real, dict):
        return all(key in real and same(value, real[key]) for key, value in stub.items())
    try:
        return bool(stub == real) and isinstance(stub, bool) == isinstance(real, bool)
    except Exception:
        return False


class Comparison:
    def __init__(self):
        self.mismatches = []
        self.missing_modules = []
        self.classes = 0
        self.functions = 0
        self.left_out = ()
        # The standard library is written in C in part: only names and the parameters that have a name are compared.
        self.loose = False
        self.real_module = None
        self.own = ()

    def say(self, where, stub, real):
        if where not in self.own:
            self.mismatches.append(f'{where}: stub {stub}, real {real}')

    def module(self, path, name, versions):
        # A module that is gone, for projects of its time.
        if name in self.own:
            return
        try:
            real = importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name is not None and (name == error.name or name.startswith(error.name + '.')):
                self.missing_modules.append(name)
            else:
                self.say(name, 'a module', f'cannot be imported: {error}')
            return
        except Exception as error:
            self.say(name, 'a module', f'cannot be imported: {type(error).__name__}: {error}')
            return
        stub = Stub(path, versions)
        self.real_module = real
        for node in stub.body:
            if isinstance(node, ast.ClassDef):
                self.class_(stub, node, real, name)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if not node.name.startswith('__') and not is_private(node.name):
                    self.function(stub, node, getattr(real, node.name, MISSING), f'{name}.{node.name}')
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                for target, value in assignments(node):
                    self.value(stub, value, getattr(real, target, MISSING), f'{name}.{target}')
        self.routes(stub, real, name)

    def class_(self, stub, node, owner, prefix):
        where = f'{prefix}.{node.name}'
        if is_private(node.name):
            return
        real = getattr(owner, node.name, MISSING)
        if real is MISSING:
            return self.say(where, 'a class', 'does not exist')
        if not inspect.isclass(real):
            return self.say(where, 'a class', f'a {type(real).__name__}')
        self.classes += 1
        bases = [stub.last_name(base) for base in node.bases]
        bases = [base for base in bases if base is None or not is_private(base)]
        real_bases = [base.__name__ for base in real.__bases__ if base not in TYPING_ONLY and base.__name__ not in self.left_out]
        if bases != real_bases and not self.loose:
            self.say(where, f'bases {bases}', f'bases {real_bases}')
        for item in stub.decided(node.body):
            if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.method(stub, item, real, where)
            elif isinstance(item, (ast.Assign, ast.AnnAssign)):
                for target, value in assignments(item):
                    self.value(stub, value, attribute(real, target), f'{where}.{target}')
            elif isinstance(item, ast.ClassDef) and item.name not in ('Meta', 'Params'):
                self.class_(stub, item, real, where)

    def value(self, stub, node, real, where):
        if is_private(where.rsplit('.', 1)[1]):
            return
        if real is MISSING:
            return self.say(where, 'a value', 'does not exist')
        if node is None:
            return
        wanted = literal(node)
        if wanted is not MISSING:
            if not same(wanted, real):
                self.say(where, repr(wanted), repr(real)[:200])
            return
        if isinstance(node, (ast.List, ast.Tuple)) and isinstance(real, (list, tuple)) and all(inspect.isclass(x) for x in real):
            names = [stub.last_name(item) for item in node.elts]
            real_names = [item.__name__ for item in real]
            if None not in names and names != real_names:
                self.say(where, names, real_names)
        elif isinstance(node, ast.Name) and inspect.isclass(real) and stub.last_name(node) != real.__name__ and not self.loose:
            if not is_private(node.id) and getattr(self.real_module, node.id, None) is not real:
                self.say(where, stub.last_name(node), real.__name__)

    def method(self, stub, node, real_class, where):
        name = node.name
        if is_private(name) or any(isinstance(d, ast.Attribute) and d.attr in ('setter', 'deleter') for d in node.decorator_list):
            return
        real = inspect.getattr_static(real_class, name, MISSING)
        if real is MISSING:
            return self.say(f'{where}.{name}', 'a method', 'does not exist')
        decorators = [stub.last_name(d) for d in node.decorator_list if not isinstance(d, ast.Call)]
        is_property = 'property' in decorators or 'cached_property' in decorators
        real_is_property = not callable(real) and not isinstance(real, (classmethod, staticmethod))
        if is_property and not real_is_property:
            return self.say(f'{where}.{name}', 'a property', 'a method')
        if real_is_property:
            if not is_property and not hasattr(real, '__get__'):
                self.say(f'{where}.{name}', 'a method', f'a {type(real).__name__}')
            return
        static = isinstance(real, staticmethod)
        if isinstance(real, (classmethod, staticmethod)):
            real = real.__func__
        self.function(stub, node, real, f'{where}.{name}', drop_first=not static, drop_own='staticmethod' not in decorators and name != '__new__')

    def function(self, stub, node, real, where, drop_first=False, drop_own=False):
        if real is MISSING:
            return self.say(where, 'a function', 'does not exist')
        self.functions += 1
        try:
            parameters = list(inspect.signature(real).parameters.values())
        except (ValueError, TypeError):
            return
        if drop_first:
            parameters = parameters[1:]
        if self.loose:
            return self.loose_function(node, parameters, where, drop_own)
        kinds = {parameter.kind for parameter in parameters}
        names = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
        keyword_only = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY]
        arguments = node.args
        own = [a.arg for a in arguments.posonlyargs + arguments.args][1 if drop_own else 0 :]
        own_keyword_only = [a.arg for a in arguments.kwonlyargs]
        if kinds == {inspect.Parameter.VAR_POSITIONAL}:
            # A generic proxy such as `lambda *args: ...`.
            agree = True
        elif arguments.vararg and arguments.kwarg:
            # `*args, **kwargs` stand for whatever follows.
            agree = names[: len(own)] == own and all(name in keyword_only for name in own_keyword_only)
        else:
            agree = (
                names == own
                and keyword_only == own_keyword_only
                and (inspect.Parameter.VAR_POSITIONAL in kinds) == bool(arguments.vararg)
                and (inspect.Parameter.VAR_KEYWORD in kinds) == bool(arguments.kwarg)
            )
        if not agree:
            return self.say(where, f'({ast.unparse(arguments)})', f'({", ".join(str(p) for p in parameters)})')
        defaults = {p.name: p.default for p in parameters}
        every = arguments.posonlyargs + arguments.args
        paired = list(zip(every[len(every) - len(arguments.defaults) :], arguments.defaults))
        paired += [(a, d) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults) if d is not None]
        for argument, default in paired:
            wanted = literal(default)
            if wanted is not MISSING and not same(wanted, defaults[argument.arg]):
                self.say(f'{where}({argument.arg})', repr(wanted), repr(defaults[argument.arg])[:200])

    def loose_function(self, node, parameters, where, drop_own):
        """The parameters that both sides name, and that a caller may name, have the same names in the same order."""
        name = where.rsplit('.', 1)[1]
        if name.startswith('__') and name != '__init__':
            return
        if not parameters or any(p.kind in (p.POSITIONAL_ONLY, p.VAR_POSITIONAL) for p in parameters):
            return
        real = [p.name for p in parameters if p.kind is not p.VAR_KEYWORD]
        own = [a.arg for a in node.args.posonlyargs + node.args.args][1 if drop_own else 0 :]
        own += [a.arg for a in node.args.kwonlyargs]
        if [name for name in real if name in own] != own:
            self.say(where, f'({ast.unparse(node.args)})', f'({", ".join(str(p) for p in parameters)})')

    def routes(self, stub, real, name):
        """The routes that a stub of a URL module names are those of the real one, in the same order."""
        patterns = getattr(real, 'urlpatterns', None)
        if patterns is None or name.split('.')[-1] != 'urls':
            return
        if isinstance(patterns, tuple):  # with the name of the app
            patterns = patterns[0]
        own = [
            call.args[0].value
            for node in stub.body
            if not isinstance(node, ast.If)
            for call in ast.walk(node)
            if isinstance(call, ast.Call)
            and stub.last_name(call.func) in ('path', 're_path')
            and call.args
            and isinstance(call.args[0], ast.Constant)
        ]
        real_routes = [str(pattern.pattern) for pattern in flat(patterns)]
        unknown = [route for route in own if route not in real_routes]
        if unknown:
            self.say(f'{name}.urlpatterns', unknown, real_routes)


def flat(patterns):
    for pattern in patterns:
        yield pattern
        yield from flat(getattr(pattern, 'url_patterns', []))


def attribute(real_class, name):
    """A class attribute, or what a metaclass moved away (serializer, form and filter fields)."""
    for collection in ('_declared_fields', 'base_fields', 'base_filters', 'declared_filters'):
        moved = getattr(real_class, collection, None)
        if isinstance(moved, dict) and name in moved:
            return moved[name]
    managers = getattr(getattr(real_class, '_meta', None), 'local_managers', ())
    if name in [manager.name for manager in managers]:
        return managers
    try:
        return getattr(real_class, name, MISSING)
    except Exception:
        return inspect.getattr_static(real_class, name, MISSING)


def assignments(node):
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [(target.id, node.value) for target in targets if isinstance(target, ast.Name)]


def modules_of(folder, package):
    top = os.path.join(folder, package)
    if os.path.isfile(top + '.py'):
        yield top + '.py', package
    for directory, folders, files in os.walk(top):
        folders.sort()
        for file in sorted(files):
            if file.endswith('.py'):
                path = os.path.join(directory, file)
                dotted = os.path.relpath(path, folder)[: -len('.py')].replace(os.sep, '.')
                yield path, dotted.removesuffix('.__init__')


def version_of(distribution):
    try:
        text = importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        # As `version_of` of the interpreter has it for a library that nothing names.
        return (9999, 0, 0)
    return tuple(int(part) for part in text.split('.')[:3] if part.isdigit())


def is_required(distribution):
    try:
        return bool(importlib.metadata.version(distribution))
    except importlib.metadata.PackageNotFoundError:
        return False


def main():
    warnings.simplefilter('ignore')
    root = sys.argv[1]
    set_up_django()
    versions = {
        'DJANGO_VERSION': version_of('Django'),
        'DRF_VERSION': version_of('djangorestframework'),
        'version_of': version_of,
        'is_required': is_required,
    }
    comparison = Comparison()
    distributions = {}
    for entry in sorted(os.listdir(root)):
        folder = os.path.join(root, entry)
        if not os.path.isfile(os.path.join(folder, 'METADATA.toml')):
            continue
        with open(os.path.join(folder, 'METADATA.toml'), 'rb') as file:
            metadata = tomllib.load(file)
        if not metadata['checked']:
            distributions[entry] = 'not compared'
            continue
        comparison.loose = metadata['distribution'] == 'python'
        try:
            version = platform.python_version() if comparison.loose else importlib.metadata.version(metadata['distribution'])
        except importlib.metadata.PackageNotFoundError:
            distributions[entry] = None
            continue
        distributions[entry] = version
        # Bases without behaviour, and names that stand in for what a metaclass or another trick makes.
        comparison.left_out = metadata.get('left_out_bases', ())
        comparison.own = metadata.get('own', ())
        for package in metadata['packages']:
            for path, name in modules_of(folder, package):
                comparison.module(path, name, versions)
    result = {
        'distributions': distributions,
        'classes': comparison.classes,
        'functions': comparison.functions,
        'mismatches': comparison.mismatches,
        'missing_modules': comparison.missing_modules,
    }
    json.dump(result, sys.stdout)


if __name__ == '__main__':
    main()
