/** One random project from one seed, as a conformance case. */
import type { Case, Stack } from '../cases.ts';
import { Dice } from './dice.ts';
import { functionsOf } from './functions.ts';
import { policiesOf } from './policies.ts';
import { RouteWriter } from './routes.ts';
import { ClassWriter } from './views.ts';

const HEAD = `import functools
from functools import partial

from kit import *
from django.conf import settings
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.http import Http404, HttpResponseForbidden
from django.shortcuts import redirect
from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from rest_framework.decorators import permission_classes as decorated_permissions, throttle_classes
from rest_framework.throttling import AnonRateThrottle, UserRateThrottle
from rest_framework.urlpatterns import format_suffix_patterns
`;

const SERIALIZER = `class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ['id', 'username']
`;

const PERMISSIONS = ['AllowAny', 'IsAuthenticated', 'IsAuthenticatedOrReadOnly', 'IsAdminUser'];

/** The project of this seed, for this stack. */
export function randomCase(seed: number, stack: Stack): Case {
  const dice = new Dice(seed);
  const policies = policiesOf(dice);
  const expressions = stack === 'django3' || dice.chance(0.75);
  const views = new ClassWriter(dice, policies, expressions).write();
  const functions = functionsOf(dice, policies, stack !== 'django5');
  const routes = new RouteWriter(dice, policies, !expressions).write(views.views, functions.names);
  const parts = [
    { path: 'app/perms.py', lines: policies.lines },
    { path: 'app/classes.py', lines: [SERIALIZER, ...views.lines] },
    { path: 'app/functions.py', lines: functions.lines },
    { path: 'app/views.py', lines: routes },
  ];
  return {
    id: `random: ${seed}`,
    title: `${seed}`,
    files: { ...modulesOf(dice, parts), ...(dice.chance(0.25) ? { 'config/settings.py': settingsOf(dice) } : {}) },
    stacks: [stack],
    attacks: [],
    schemes: ['own'],
    valid: [],
    battery: false,
    credentials: false,
    settings: null,
    configuration: null,
    env: {},
    mayBeUnknown: false,
    broken: [],
    todo: {},
  };
}

/** The parts in one module, or each in its own and imported by the next. */
function modulesOf(dice: Dice, parts: readonly { readonly path: string; readonly lines: readonly string[] }[]): Record<string, string> {
  if (dice.chance(0.6)) return { 'app/views.py': `${[HEAD, ...parts.flatMap((part) => part.lines)].join('\n')}\n` };
  const files: Record<string, string> = {};
  let imports: string[] = [];
  for (const { path, lines } of parts) {
    files[path] = `${[HEAD, ...imports, '', ...lines].join('\n')}\n`;
    const module = path.replace('app/', '').replace('.py', '');
    imports = [...imports, dice.pick([`from app.${module} import *`, `from .${module} import *`])];
  }
  return files;
}

function settingsOf(dice: Dice): string {
  const dotted = (module: string, names: readonly string[]) => names.map((name) => `'rest_framework.${module}.${name}'`).join(', ');
  const keys = [
    `'DEFAULT_PERMISSION_CLASSES': [${dotted('permissions', dice.some(PERMISSIONS, 0, 2))}]`,
    `'DEFAULT_AUTHENTICATION_CLASSES': (${dotted('authentication', dice.some(['TokenAuthentication', 'SessionAuthentication', 'BasicAuthentication'], 1, 3))},)`,
    `'DEFAULT_THROTTLE_CLASSES': [${dotted('throttling', ['AnonRateThrottle'])}], 'DEFAULT_THROTTLE_RATES': {'anon': '9999999/day', 'user': None}`,
    "'UNAUTHENTICATED_USER': None",
    "'DEFAULT_PERMISSION_CLASS': 'rest_framework.permissions.IsAdminUser'",
  ];
  return `from .base import *\n\nREST_FRAMEWORK = {${dice.some(keys.slice(0, dice.chance(0.1) ? 5 : 3), 1, 3).join(', ')}}\n`;
}
