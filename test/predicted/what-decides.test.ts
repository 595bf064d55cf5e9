/** The reason of an unknown verdict names what decides, and not what all requests meet. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const SETTINGS = `
SECRET_KEY = 'x'
INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'rest_framework', 'app']
MIDDLEWARE = ['app.middleware.closed']
ROOT_URLCONF = 'app.views'
`;

const MIDDLEWARE = `
import upkeep
from django.http import HttpResponseRedirect


def closed(get_response):
    def middleware(request):
        if upkeep.is_under_way():
            return HttpResponseRedirect('/upkeep/')
        return get_response(request)

    return middleware
`;

const VIEWS = `
import doors
from django.urls import path
from rest_framework.permissions import BasePermission
from rest_framework.response import Response
from rest_framework.views import APIView


class IsOpen(BasePermission):
    def has_permission(self, request, view):
        return doors.are_open()


class Notes(APIView):
    permission_classes = [IsOpen]

    def get(self, request):
        return Response([])


urlpatterns = [path('notes/', Notes.as_view())]
`;

it('a permission that asks code that is not there, behind a middleware that asks other code', () => {
  const root = folderWith({
    'manage.py': managePy('app.settings'),
    'app/__init__.py': '',
    'app/settings.py': SETTINGS,
    'app/middleware.py': MIDDLEWARE,
    'app/views.py': VIEWS,
  });
  const source = loadSource({ root });
  const { verdict, reasons } = source.judge(source.operations[0]!, noToken);
  expect([verdict, reasons.map(({ text }) => text).join('; ')]).toEqual(['unknown', expect.stringContaining('doors.are_open')]);
});
