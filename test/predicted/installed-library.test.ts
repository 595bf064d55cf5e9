/** Libraries of a virtual environment whose code cannot be followed: what they lack is unknown, and the project goes on. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

/** @returns `/path/ verdict` of each operation of a page of URLs beside installed libraries, and the problems */
function judged(
  urls: string,
  libraries: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>> = {},
): { readonly rows: readonly string[]; readonly notes: string } {
  const site = Object.entries(libraries).map(([file, text]) => [`.venv/lib/python3.11/site-packages/${file}`, text]);
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\ndjangorestframework==3.16.1\n',
      'config/__init__.py': '',
      'config/settings.py': "SECRET_KEY = 'x'\nROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['rest_framework']\n",
      'config/urls.py': urls,
      ...own,
      '.venv/pyvenv.cfg': 'version = 3.11.7\n',
      ...Object.fromEntries(site),
    }),
  });
  return {
    rows: witness.operations.map((operation) => `${operation.path} ${witness.judge(operation, noToken).verdict}`),
    notes: witness.problems.map(({ severity, text, place }) => `${severity} ${place?.file}:${place?.line} ${text}`).join('\n'),
  };
}

const PAGE = `
from django.urls import path
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView
IMPORTS


class Notes(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return helper(request)


urlpatterns = [path('notes/', Notes.as_view())]
`;

it('goes on where a library makes a mistake, also where its user is ready for a missing library', () => {
  const library = { 'odd_library/__init__.py': "TABLE = {}\nready = 1\nhelper = TABLE['absent']\nnever = 2\n" };
  const plain = judged(PAGE.replace('IMPORTS', 'from odd_library import helper, ready, never'), library);
  expect(plain.rows).toEqual(['/notes/ rejects']);
  expect(plain.notes).toContain('note odd_library/__init__.py:3 this statement raises KeyError: absent');
  const guarded = PAGE.replace('IMPORTS', 'try:\n    from odd_library import helper\nexcept ImportError:\n    helper = None');
  expect(judged(guarded, library).rows).toEqual(['/notes/ rejects']);
});

it('knows modules that are there in machine code alone', () => {
  const library = { 'fast/__init__.py': 'from fast._core import helper\n', 'fast/_core.cpython-311-x86_64-linux-gnu.so': '' };
  expect(judged(PAGE.replace('IMPORTS', 'from fast import helper'), library)).toEqual({ rows: ['/notes/ rejects'], notes: '' });
});

it('knows the modules that a bundled six renames', () => {
  const library = { 'old/__init__.py': '', 'old/six.py': '', 'old/web.py': 'from old.six.moves.urllib.parse import quote as helper\n' };
  expect(judged(PAGE.replace('IMPORTS', 'from old.web import helper'), library)).toEqual({ rows: ['/notes/ rejects'], notes: '' });
});

it('still tells who is ready for it that something is missing', () => {
  const library = {
    'whole/__init__.py': 'try:\n    import nothing_of_the_kind\n    helper = None\nexcept ImportError:\n    helper = len\n',
  };
  expect(
    judged(`${PAGE.replace('IMPORTS', 'from whole import helper')}\nif helper is None:\n    urlpatterns = []\n`, library).rows,
  ).toEqual(['/notes/ rejects']);
});

it('makes and compares classes of attrs by their fields', () => {
  const classes = `
import attr
from attrs import define, field


@attr.s
class Policy:
    who = attr.ib()
    is_open = attr.ib(default=False, converter=bool)
    rules = attr.ib(factory=list)

    @is_open.validator
    def check(self, attribute, value):
        pass


@define
class Level:
    number: int = 1
    names: list = field(factory=list)


FACTS = [
    Policy('a').who == 'a' and Policy('a', 1).is_open is True and Policy(who='a').rules == [],
    Policy('a') == Policy('a') and Policy('a') != Policy('b'),
    Level().number == 1 and Level(2).number == 2 and Level(names=['x']).names == ['x'],
]
`;
  const page = `${PAGE.replace('IMPORTS', 'helper = len')}${classes}\nif not all(FACTS):\n    urlpatterns = []\n`;
  expect(judged(page, {}).rows).toEqual(['/notes/ rejects']);
});

it('goes on where a mistake is another one on each of several ways', () => {
  const library = {
    'two_ways/__init__.py':
      'from two_ways._core import fast\n\n\ndef pick():\n    for word in fast.words:\n        if word.a:\n            return len(1)\n        if word.b:\n            return len(2)\n    return len(3)\n\n\nhelper = pick()\n',
    'two_ways/_core.cpython-311-x86_64-linux-gnu.so': '',
  };
  const guarded = PAGE.replace('IMPORTS', 'try:\n    from two_ways import helper\nexcept ImportError:\n    helper = None');
  const { rows, notes } = judged(guarded, library);
  expect(rows).toEqual(['/notes/ rejects']);
  expect(notes).toMatch(/^note two_ways\/__init__\.py:13 this statement raises TypeError: .* the rest of the module is taken as unknown$/);
});

it('finds the parts of a namespace package that are installed beside those of the project', () => {
  const library = { 'shared/tools/__init__.py': 'import argparse\nhelper = len\nready = True\n', 'alone/deep/part.py': 'more = True\n' };
  const page = `${PAGE.replace('IMPORTS', 'from shared.tools import helper, ready\nfrom alone.deep.part import more')}\nif not (ready and more):\n    urlpatterns = []\n`;
  expect(judged(page, library)).toEqual({ rows: ['/notes/ rejects'], notes: '' });
  expect(judged(page, library, { 'shared/own/__init__.py': '' })).toEqual({ rows: ['/notes/ rejects'], notes: '' });
});

it('goes on where the environment lacks what the project asks for', () => {
  const urls = PAGE.replace('IMPORTS', 'from django.urls import include\nhelper = None').replace(
    "[path('notes/'",
    "[path('health/', include('healthy.urls')), path('notes/'",
  );
  const settings =
    "SECRET_KEY = 'x'\nROOT_URLCONF = 'config.urls'\nREST_FRAMEWORK = {'DEFAULT_PARSER_CLASSES': ['nested_parser.Parser']}\n";
  const found = judged(
    urls,
    {},
    { 'requirements.txt': 'djangorestframework==3.16.1\nnested-parser==1.0\n', 'config/settings.py': settings },
  );
  expect(found.rows).toEqual(['/health/ unknown', '/notes/ rejects']);
});
