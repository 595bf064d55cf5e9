/** What earlier requests leave behind is known after a pass over all operations; whoever breaks it off is told so, and not a guess. */
import { expect, it } from 'vitest';
import type { PredictedWitness } from '../../src/model/witness.ts';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
from django.http import HttpResponse, HttpResponseForbidden
from django.urls import path

DOOR = {'open': False}


def guarded(request):
    if DOOR['open']:
        return HttpResponse('everything')
    return HttpResponseForbidden()


def closed(request):
    return HttpResponseForbidden()


def unlock(request):
    DOOR['open'] = True
    return HttpResponse('unlocked')


urlpatterns = [path('closed/', closed), path('guarded/', guarded), path('unlock/', unlock)]
`;

function load(urls = URLS): PredictedWitness {
  return loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\n',
      'config/__init__.py': '',
      'config/settings.py': "ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = []\nMIDDLEWARE = []\n",
      'config/urls.py': urls,
    }),
  });
}

const verdictOf = (witness: PredictedWitness, path: string) => witness.judge(witness.operations.find((one) => one.path === path)!, noToken);

it('tells its steps, and whoever asks after it or without it hears the same', () => {
  const asked = load();
  const steps = [...asked.firstPass!()];
  expect(steps.map(({ done }) => done)).toEqual(steps.map((_step, i) => i + 1));
  expect(steps.at(-1)!.total).toBe(steps.length);
  expect([...asked.firstPass!()]).toEqual([]);
  for (const witness of [asked, load()]) {
    expect(verdictOf(witness, '/guarded/').verdict).toBe('admits');
    expect(verdictOf(witness, '/closed/').verdict).toBe('rejects');
  }
});

it('that is broken off turns nobody away', () => {
  const witness = load();
  for (const _step of witness.firstPass!()) break;
  const { verdict, reasons } = verdictOf(witness, '/closed/');
  expect([verdict, reasons[0]!.text]).toEqual(['unknown', expect.stringContaining('interrupted')]);
  expect(verdictOf(witness, '/unlock/').verdict).toBe('admits');
});

it('takes for granted what would take too many steps to ask again, and says so', () => {
  const urls = `
from django.http import HttpResponse, HttpResponseForbidden
from django.urls import path
from django.views import View

DOOR = {'count': 0}


class Closed(View):
    def dispatch(self, request):
        for _ in range(DOOR['count']):
            for _ in range(1000):
                _ + 1
        return HttpResponseForbidden()

    def get(self, request):
        return HttpResponse('everything')


def count(request):
    DOOR['count'] = 500
    return HttpResponse('counted')


urlpatterns = [path('closed/', Closed.as_view()), path('count/', count)]
`;
  const { verdict, reasons } = verdictOf(load(urls), '/closed/');
  expect([verdict, reasons.at(-1)!.text]).toEqual([
    'rejects',
    expect.stringContaining('taken for granted: what other requests leave behind'),
  ]);
});
