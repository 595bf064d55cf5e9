/** The version of Django that a project names decides what its code does; here where no real Django of that version can be asked. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from django.http import HttpResponse
from django.urls import path, register_converter


class Code:
    regex = '[a-z]{3}'

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(Code, 'code')
register_converter(Code, 'code')
urlpatterns = [path('<code:x>/', lambda request, x: HttpResponse(x))]
`;

const OLD_NAMES = `
try:
    from django.utils.itercompat import is_iterable
except ImportError:
    is_iterable = None

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path('old/' if is_iterable else 'new/', lambda request: HttpResponse('x'))]
`;

const TWICE = `
from django.urls import include, path
from rest_framework import routers, viewsets
from rest_framework.response import Response


class Notes(viewsets.ViewSet):
    def list(self, request):
        return Response([])


router = routers.SimpleRouter()
router.register('notes', Notes, basename='note')
router.register('old-notes', Notes, basename='note')
urlpatterns = [path('', include(router.urls))]
`;

function witness(urls: string, requirements: string) {
  return loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': requirements,
      'config/__init__.py': '',
      'config/settings.py': "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = []\n",
      'config/urls.py': urls,
    }),
  });
}

describe('Django 6.0 (release notes 6.0, features removed)', () => {
  it('refuses a second converter of one name', () => {
    const { problems } = witness(URLS, 'Django==6.0.1\n');
    expect(problems.map((problem) => problem.text).join('\n')).toMatch(/ValueError: URL converter .*code.* is already registered/);
  });

  it('does so no earlier', () => {
    const { problems, operations } = witness(URLS, 'Django==5.2.8\n');
    expect(problems).toEqual([]);
    expect(operations.map((operation) => operation.path)).toEqual(['/{x}/']);
  });

  it.each([
    ['5.2.8', '/old/'],
    ['6.0.1', '/new/'],
  ])('has no django.utils.itercompat: %s', (version, path) => {
    expect(witness(OLD_NAMES, `Django==${version}\n`).operations.map((operation) => operation.path)).toEqual([path]);
  });
});

describe('versions that are older than what is known here', () => {
  it('are said, and what to make of it', () => {
    const { problems } = witness(URLS.replace("register_converter(Code, 'code')\nregister", 'register'), 'Django==1.11.29\n');
    expect(problems.map((problem) => problem.text)).toEqual([
      'Django 1.11.29 is older than 3.2, the oldest that is known here: judged as 3.2 would be',
    ]);
  });

  it('are not said of a range that the newest version meets', () => {
    const old = (requirement: string) =>
      witness('urlpatterns = []\n', requirement).problems.flatMap(({ text }) => /^Django[ \w]* [\d.]+/.exec(text)?.[0] ?? []);
    expect(old('Django>=2.2\ndjangorestframework>=3.9\n')).toEqual([]);
    expect(old('Django>=2.2\ndjangorestframework>=3.9,<3.12\n')).toEqual(['Django REST framework 3.9']);
  });

  it('include() had a namespace without an app_name before Django 2.0 (release notes 2.0, features removed)', () => {
    const urls =
      "from django.urls import include, path\nfrom django.http import HttpResponse\n\nurlpatterns = [path('a/', include(([path('b/', lambda request: HttpResponse('x'))]), namespace='old'))]\n";
    expect(witness(urls, 'Django==1.11.29\n').operations.map((operation) => operation.path)).toEqual(['/a/b/']);
    expect(
      witness(urls, 'Django==4.2.1\n')
        .problems.map((problem) => problem.text)
        .join(),
    ).toContain('needs an app_name');
  });
});

const OF_TWO = `
from django.http import HttpResponse
from django.urls import path
from rest_framework_jwt.settings import api_settings

urlpatterns = [path(api_settings.JWT_AUTH_HEADER_PREFIX, lambda request: HttpResponse('x'))]
`;

describe('two distributions of one package', () => {
  it.each([
    ['djangorestframework-jwt\n', '/JWT'],
    ['djangorestframework_jwt>=1.11\n', '/JWT'],
    ['drf-jwt==1.19.2\n', '/Bearer'],
    ['', '/Bearer'],
  ])('are told apart by the name that the project asks for: %s', (requirements, path) => {
    expect(witness(OF_TWO, requirements).operations.map((operation) => operation.path)).toEqual([path]);
  });
});

describe('Django REST framework 3.15 (release notes 3.15, basenames are unique)', () => {
  const paths = (requirements: string) => witness(TWICE, requirements).operations.map((operation) => operation.path);

  it('refuses a second view set under one basename, where the project says that it has this version', () => {
    expect(paths('djangorestframework==3.16.0\n')).toEqual(['/notes/']);
  });

  it.each(['djangorestframework==3.14.0\n', 'Django==5.2.8\n'])('takes it otherwise (%s)', (requirements) => {
    expect(paths(requirements)).toEqual(['/notes/', '/old-notes/']);
  });
});
