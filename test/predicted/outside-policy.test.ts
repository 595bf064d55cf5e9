/** An access policy whose statements are in the database is as good as what is written there: unknown, and quickly so. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from django.urls import path
from rest_access_policy import AccessPolicy
from rest_framework.response import Response
from rest_framework.views import APIView

from notes.models import Policy


class Written(AccessPolicy):
    statements = [{'action': '*', 'principal': 'authenticated', 'effect': 'allow'}]


class Stored(Written):
    def get_policy_statements(self, request, view):
        row = Policy.objects.filter(view=type(view).__name__).first()
        return row.statements if row else self.statements


class Notes(APIView):
    def get(self, request):
        return Response([])


urlpatterns = [
    path('written/', Notes.as_view(permission_classes=[Written])),
    path('stored/', Notes.as_view(permission_classes=[Stored])),
]
`;

it('is told by name', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\ndrf-access-policy==1.5.0\n',
      'config/__init__.py': '',
      'config/settings.py':
        "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework', 'notes']\n",
      'config/urls.py': URLS,
      'notes/__init__.py': '',
      'notes/models.py':
        'from django.db import models\n\n\nclass Policy(models.Model):\n    view = models.CharField(max_length=80)\n    statements = models.JSONField()\n',
    }),
  });
  const [written, stored] = witness.operations.map((operation) => witness.judge(operation, noToken));
  expect(written!.verdict).toBe('rejects');
  expect(stored!.verdict).toBe('unknown');
  expect(stored!.reasons[0]!.text).toContain('an access policy outside of the source');
});
