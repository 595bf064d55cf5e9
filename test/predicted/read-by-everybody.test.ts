/** Permissions of a project that let everybody read: what they say in so many words is no accident, what is left over is one. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from django.urls import path
from rest_framework import permissions
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.response import Response
from rest_framework.views import APIView


class StaffOrReads(BasePermission):
    def has_permission(self, request, view):
        return request.method in permissions.SAFE_METHODS or request.user and request.user.is_staff


class UnderIf(BasePermission):
    def has_permission(self, request, view):
        if request.method in SAFE_METHODS:
            return True
        return request.user.is_staff


class Spelt(BasePermission):
    def has_permission(self, request, view):
        return bool(request.user and request.user.is_staff) if request.method not in ('GET', 'HEAD') else request.method in ('GET', 'HEAD')


class Derived(permissions.IsAuthenticatedOrReadOnly):
    def has_object_permission(self, request, view, obj):
        return obj.owner == request.user


class LeftOver(BasePermission):
    def has_permission(self, request, view):
        if request.method == 'POST':
            return request.user.is_staff
        return True


class BehindIt(BasePermission):
    def has_permission(self, request, view):
        if request.method in SAFE_METHODS and request.user.is_authenticated:
            return True
        return request.method != 'POST' or request.user.is_staff


class BySwitch(BasePermission):
    def has_permission(self, request, view):
        if request.method in SAFE_METHODS:
            return request.user.is_authenticated if getattr(view, 'strict', False) else True
        return request.user.is_staff


class OnlyObjects(BasePermission):
    def has_object_permission(self, request, view, obj):
        return obj.owner == request.user


def routed(permission):
    class View(APIView):
        permission_classes = [permission]

        def get(self, request):
            return Response([])

        def post(self, request):
            return Response([])

    return path(permission.__name__ + '/', View.as_view())


urlpatterns = [routed(one) for one in (StaffOrReads, UnderIf, Spelt, Derived, LeftOver, BehindIt, BySwitch, OnlyObjects)]
`;

it('is told by how the permission says it', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'config/__init__.py': '',
      'config/settings.py':
        "ROOT_URLCONF = 'config.urls'\nMIDDLEWARE = []\nINSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework']\n",
      'config/urls.py': URLS,
    }),
  });
  const told = witness.operations.flatMap(({ method, path }) => {
    const cause = witness.facts.cause(`${method} ${path}`, 'no-token');
    return cause ? [`${method} ${path} ${cause.implicit ? 'left open' : 'said'}`] : [];
  });
  expect(told).toEqual([
    'GET /StaffOrReads/ said',
    'GET /UnderIf/ said',
    'GET /Spelt/ left open',
    'GET /Derived/ said',
    'GET /LeftOver/ left open',
    'GET /BehindIt/ left open',
    'GET /BySwitch/ left open',
    'GET /OnlyObjects/ left open',
    'POST /OnlyObjects/ left open',
  ]);
});
