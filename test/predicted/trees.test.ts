/** Models that are trees have the columns that the metaclass of django-mptt gives them, under the names that `MPTTMeta` asks for. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const MODELS = `
from django.db import models
from mptt.models import MPTTModel, TreeForeignKey


class Branch(MPTTModel):
    parent = TreeForeignKey('self', null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Topic(Branch):
    name = models.CharField(max_length=10)


class SubTopic(Topic):
    pass


class Folder(MPTTModel):
    above = TreeForeignKey('self', null=True, on_delete=models.CASCADE)

    class MPTTMeta:
        parent_attr = 'above'
        level_attr = 'depth'
`;

const URLS = `
from django.http import HttpResponse, HttpResponseForbidden
from django.urls import path

from notes.models import Folder, SubTopic, Topic


def open_topics(request):
    topic = Topic.objects.get(lft=1)
    if topic.level > 1 and topic.parent_id is None:
        return HttpResponseForbidden()
    return HttpResponse(topic.name)


def names(fields):
    return {field.name for field in fields}


FACTS = [
    {'lft', 'rght', 'tree_id', 'level'} < names(Topic._meta.fields),
    not {'lft', 'level'} & names(SubTopic._meta.local_fields),
    {'above', 'lft', 'rght', 'tree_id', 'depth'} < names(Folder._meta.fields) and 'level' not in names(Folder._meta.fields),
    Folder._mptt_meta.level_attr == 'depth' and SubTopic._mptt_meta.level_attr == 'level',
]
urlpatterns = [path('topics/', open_topics)] if all(FACTS) else []
`;

it('have the columns of a tree', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjango-mptt==0.20.0\n',
      'config/__init__.py': '',
      'config/settings.py': "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['mptt', 'notes']\n",
      'config/urls.py': URLS,
      'notes/__init__.py': '',
      'notes/models.py': MODELS,
    }),
  });
  expect(witness.operations.map((operation) => `${operation.path} ${witness.judge(operation, noToken).verdict}`)).toEqual([
    '/topics/ admits',
  ]);
});
