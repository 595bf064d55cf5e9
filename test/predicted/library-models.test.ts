/** Models whose base class is of a library that is not there: their fields and managers show that they are models. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const MODELS = `
from absent_library.fields import SecretField
from absent_library.models import TreeModel
from django.db import models


class Base(TreeModel):
    class Meta:
        abstract = True


class Note(Base):
    text = models.CharField(max_length=10)
    tags = models.JSONField()
    code = SecretField()
    objects = models.Manager()
`;

const URLS = `
from absent_library.views import helper
from django.db.models import Field
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.routers import DefaultRouter
from rest_framework.viewsets import ReadOnlyModelViewSet

from notes.models import Note


class Notes(ReadOnlyModelViewSet):
    queryset = Note.objects.all()
    permission_classes = [IsAuthenticated] if Note._meta.get_field('text') else [AllowAny]


FACTS = [Note._meta.app_label == 'notes', Note.objects.all().model is Note, Note._meta.get_field('of_the_base') is not None, type(Note._meta.get_field('code')) is Field]
router = DefaultRouter()
router.register('notes', Notes)
urlpatterns = router.urls if all(FACTS) else []
`;

it('is a model by its fields and managers', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\nabsent-library==1.0\n',
      'config/__init__.py': '',
      'config/settings.py': "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework', 'notes']\n",
      'config/urls.py': URLS,
      'notes/__init__.py': '',
      'notes/models.py': MODELS,
    }),
  });
  const list = witness.operations.find(({ name }) => name === 'note-list')!;
  expect(list.permissions).toEqual(['rest_framework.permissions.IsAuthenticated']);
  expect(witness.judge(list, noToken)).toMatchObject({ verdict: 'rejects', status: 403 });
});
