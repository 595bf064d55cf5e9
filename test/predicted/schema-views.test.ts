/**
 * Who sees a schema page of DRF (`rest_framework/schemas/views.py`): its permissions decide, and the generator of CoreAPI besides, which has
 * nothing for those who may see nothing, unless the schema is public.
 */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const COREAPI = "REST_FRAMEWORK = {'DEFAULT_SCHEMA_CLASS': 'rest_framework.schemas.coreapi.AutoSchema'}\n";

function verdictOf(view: string, settings = '') {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
      'config/__init__.py': '',
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework']\n${settings}`,
      'config/urls.py': `
from django.urls import path
from rest_framework.documentation import include_docs_urls
from rest_framework.permissions import IsAuthenticated
from rest_framework.schemas import get_schema_view

urlpatterns = [path('page/', ${view})]
`,
    }),
  });
  return witness.judge(witness.operations[0]!, noToken);
}

it.each([
  ['get_schema_view()', ''],
  ['get_schema_view(public=True)', COREAPI],
  ['include_docs_urls()', ''],
])('%s is open', (view, settings) => {
  expect(verdictOf(view, settings)).toMatchObject({ verdict: 'admits', status: 200 });
});

it('permissions guard it', () => {
  expect(verdictOf('get_schema_view(permission_classes=[IsAuthenticated])').verdict).toBe('rejects');
});

it.each([
  ['get_schema_view()', COREAPI],
  ['include_docs_urls(public=False)', ''],
])('%s shows what the caller may see, if anything', (view, settings) => {
  expect(verdictOf(view, settings).verdict).toBe('unknown');
});
