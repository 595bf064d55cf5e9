/** Enumerations whose base class is of a library that is not there. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from aenum import StrEnum
from django.http import HttpResponse
from django.urls import path


class Kind(StrEnum):
    notes = 'N'
    keys = 'K'


def open_page(request):
    if Kind.notes is Kind.keys:
        return HttpResponse(status=401)
    return HttpResponse()


def other(request):
    if Kind.keys == 'K':
        return HttpResponse(status=401)
    return HttpResponse()


urlpatterns = [path(f'{Kind.notes.name}/', open_page), path(f'{Kind.keys.value}/', other)]
`;

describe('members of an enumeration of a library', () => {
  const witness = () =>
    loadSource({
      root: folderWith({
        'manage.py': managePy('config.settings'),
        'config/__init__.py': '',
        'config/settings.py': "ROOT_URLCONF = 'config.urls'\n",
        'config/urls.py': URLS,
      }),
    });

  it('have a name and a value', () => {
    expect(witness().operations.map(({ path }) => path)).toEqual(['/notes/', '/K/']);
  });

  it('are only known to differ from one another', () => {
    const { operations, judge } = witness();
    expect(operations.map((operation) => judge(operation, noToken).verdict)).toEqual(['admits', 'unknown']);
  });
});
