/** Daily work in a middleware that is too much to follow: left out where it gets nothing of the request, and said so. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const MIDDLEWARE = `
from django.core.exceptions import PermissionDenied


def work():
    total = 0
    for hour in range(400):
        for minute in range(600):
            total += minute
    return total


class Works:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        for minute in range(4):
            work()
        return self.get_response(request)


class Decides(Works):
    def __call__(self, request):
        if work() == 3:
            raise PermissionDenied()
        return self.get_response(request)


def more():
    total = 0
    for hour in range(400):
        for minute in range(600):
            total += hour
    return total


def most():
    total = 0
    for hour in range(400):
        for minute in range(600):
            total += 1
    return total


class WorksInTurn(Works):
    def __call__(self, request):
        work()
        more()
        most()
        for hour in range(20):
            for minute in range(400):
                pass
        return self.get_response(request)


class InOnePiece(Works):
    def __call__(self, request):
        for hour in range(400):
            for minute in range(600):
                pass
        return self.get_response(request)
`;

const URLS = `
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import path


def page(request):
    return HttpResponse('')


urlpatterns = [path('page/', page), path('closed/', login_required(page))]
`;

function verdicts(middleware: string) {
  const chain = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    `config.daily.${middleware}`,
  ];
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'config/__init__.py': '',
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['django.contrib.auth']\nMIDDLEWARE = ${JSON.stringify(chain)}\n`,
      'config/daily.py': MIDDLEWARE,
      'config/urls.py': URLS,
    }),
  });
  return witness.operations.map((operation) => witness.judge(operation, noToken));
}

describe('work that is too much to follow', () => {
  it('is taken to decide nothing where it gets nothing of the request', () => {
    const [open, closed] = verdicts('Works');
    expect([open?.verdict, closed?.verdict]).toEqual(['admits', 'rejects']);
    expect(closed?.reasons.at(-1)?.text).toMatch(
      /^taken for granted: what work does at config\/daily.py:5 decides nothing about who gets in \(it is not followed: /,
    );
  });

  it('leaves open what is decided by what it gives', () => {
    const [open, closed] = verdicts('Decides');
    expect([open?.verdict, closed?.verdict]).toEqual(['unknown', 'rejects']);
    expect(open?.reasons[0]?.text).toMatch(/work at config\/daily.py:5 is not followed/);
  });

  it('leaves all steps to what is left, however many pieces there are', () => {
    const [open, closed] = verdicts('WorksInTurn');
    expect([open?.verdict, closed?.verdict]).toEqual(['admits', 'rejects']);
  });

  it('is not left out of what has the request', () => {
    const [open, closed] = verdicts('InOnePiece');
    expect([open?.verdict, closed?.verdict]).toEqual(['unknown', 'unknown']);
    expect(open?.reasons[0]?.text).toMatch(/more steps than one run may take/);
  });
});
