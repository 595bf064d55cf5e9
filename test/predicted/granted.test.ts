/** What is taken for granted of code that is not there is said with the verdict that rests on it. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const VIEWS = `
from django.urls import path
from rest_framework.authentication import TokenAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView


class Notes(APIView):
    authentication_classes = [TokenAuthentication]
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response([])


urlpatterns = [path('notes/', Notes.as_view())]
`;

function verdictWith(settings: string, views = VIEWS) {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
      'config/__init__.py': '',
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework']\n${settings}`,
      'config/urls.py': views,
    }),
  });
  return witness.judge(witness.operations[0]!, noToken);
}

describe('taken for granted', () => {
  it('that middleware of a library that is not there hands requests on', () => {
    const verdict = verdictWith("MIDDLEWARE = ['absent_library.middleware.Absent']\n");
    expect(verdict).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(verdict.reasons.at(-1)?.text).toBe(
      'taken for granted: middleware absent_library.middleware.Absent hands the request on as it came',
    );
  });

  it.each(['absent_library.middleware.LoginRequiredMiddleware', 'auth_enforcer.RequireLogin'])('but not that %s does', (name) => {
    const middleware = `MIDDLEWARE = ['${name}']\n`;
    expect(verdictWith(middleware)).toMatchObject({ verdict: 'rejects' });
    const open = verdictWith(middleware, VIEWS.replace('[IsAuthenticated]', '[]'));
    expect(open.verdict).toBe('unknown');
    expect(open.reasons[0]?.text).toContain(`whether middleware ${name} asks for a login`);
  });

  it('but not where every request would end in a server error then', () => {
    const names = ['absent_library.Sessions', 'django.contrib.auth.middleware.AuthenticationMiddleware'];
    const verdict = verdictWith(`MIDDLEWARE = ${JSON.stringify(names)}\n`);
    expect(verdict.verdict).toBe('unknown');
    expect(verdict.reasons[0]?.text).toBe(
      'a server error before the handler, if middleware absent_library.Sessions hands the request on as it came',
    );
    expect(verdictWith(`MIDDLEWARE = ${JSON.stringify(names.slice(1))}\n`)).toMatchObject({ verdict: 'crashes', status: 500 });
  });

  it('and not where the gate would end in a mistake then', () => {
    const gate = 'class Gate(IsAuthenticated):\n    def has_permission(self, request, view):\n        return request.tenant.is_open\n\n\n';
    const views = VIEWS.replace('class Notes', `${gate}class Notes`).replace('[IsAuthenticated]', '[Gate]');
    expect(verdictWith("MIDDLEWARE = ['absent_library.Tenants']\n", views).verdict).toBe('unknown');
    expect(verdictWith('', views)).toMatchObject({ verdict: 'crashes', status: 500 });
  });

  it('that an exception handler that is not there answers as that of DRF does', () => {
    const verdict = verdictWith("REST_FRAMEWORK = {'EXCEPTION_HANDLER': 'absent_library.views.handler'}\n");
    expect(verdict).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(verdict.reasons.at(-1)?.text).toMatch(/^taken for granted: the exception handler, .* answers as that of DRF does$/);
  });

  it('and nothing where nothing is missing', () => {
    const verdict = verdictWith('');
    expect(verdict).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(verdict.reasons.map(({ text }) => text).join('\n')).not.toContain('taken for granted');
  });

  it('that a cache of another library has methods of its own, which one of Django has not', () => {
    const views = VIEWS.replace('[IsAuthenticated]', '[]').replace(
      '        return Response([])',
      "        cache.delete_many(cache.keys('*'))\n        return Response([])",
    );
    const text = `from django.core.cache import cache\n${views}`;
    const caches = (backend: string) => `CACHES = {'default': {'BACKEND': '${backend}'}}\n`;
    expect(verdictWith(caches('django_redis.cache.RedisCache'), text)).toMatchObject({ verdict: 'admits', status: 200 });
    expect(verdictWith(caches('django.core.cache.backends.locmem.LocMemCache'), text).status).not.toBe(200);
  });
});
