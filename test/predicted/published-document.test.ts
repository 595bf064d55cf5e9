/** The page of an API's document that drf-yasg makes: there is always a document, and its policy alone decides. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

it.each([
  ['AllowAny', 'admits'],
  ['IsAuthenticated', 'rejects'],
])('a document for %s', (permission, verdict) => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\ndrf-yasg==1.21.11\n',
      'config/__init__.py': '',
      'config/settings.py': "SECRET_KEY = 'x'\nROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework', 'drf_yasg']\n",
      'config/urls.py': `from django.urls import path
from drf_yasg import openapi
from drf_yasg.views import get_schema_view
from rest_framework.permissions import ${permission}

view = get_schema_view(openapi.Info(title='API', default_version='v1'), permission_classes=[${permission}])
urlpatterns = [path('docs/', view.with_ui('swagger', cache_timeout=0))]
`,
    }),
  });
  expect(witness.operations.map((operation) => `${operation.path} ${witness.judge(operation, noToken).verdict}`)).toEqual([
    `/docs/ ${verdict}`,
  ]);
});
