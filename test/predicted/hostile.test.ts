/** Hostile and broken projects: no crash, no hang, one broken module costs only what depends on it. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import type { PredictedWitness } from '../../src/model/witness.ts';
import { loadSource } from '../../src/predicted/index.ts';
import { PROBES } from '../../src/probes/index.generated.ts';

const folder = mkdtempSync(join(tmpdir(), 'unlatched-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function project(files: Record<string, string>): string {
  const root = join(folder, `p${++count}`);
  const all: Record<string, string> = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
    'settings.py': 'SECRET_KEY = "x"\nROOT_URLCONF = "urls"\nINSTALLED_APPS = ["rest_framework", "app"]\nMIDDLEWARE = []\n',
    'app/__init__.py': '',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const VIEW = `from rest_framework.views import APIView
from rest_framework.response import Response
from rest_framework.permissions import IsAuthenticated
`;
const GOOD = `${VIEW}
class Good(APIView):
    permission_classes = [IsAuthenticated]
    def get(self, request):
        return Response({})
`;
const GOOD_ROUTE = 'from django.urls import path\nfrom app.good import Good\nurlpatterns = [path("good/", Good.as_view())]\n';

const noToken = PROBES.find((probe) => probe.id === 'no-token')!;

function judged(witness: PredictedWitness): string[] {
  return witness.operations.map((o) => `${o.method} ${o.path} ${witness.judge(o, noToken).verdict}`);
}

describe('hostile source', () => {
  const hostile: Record<string, string> = {
    'includes itself': 'from django.urls import include\nurlpatterns += [path("again/", include("urls"))]\n',
    'imports in a circle': 'import app.a\n',
    'loops for ever': 'while True:\n    urlpatterns.append(1)\n',
    'recurses for ever': 'def f(n):\n    return f(n + 1)\nf(0)\n',
    'grows without end': 's = "a" * 1000\nfor i in range(60):\n    s = s + s\n',
    'branches two hundred times': `import foo\n${Array.from({ length: 200 }, (_x, i) => `if foo.a${i}:\n    x${i} = 1\nelif foo.b${i}:\n    raise ValueError(${i})\n`).join('')}`,
    'nests ninety deep': `${Array.from({ length: 90 }, (_x, i) => `${' '.repeat(i)}if True:\n`).join('')}${' '.repeat(90)}pass\n`,
    'has a list of 200,000 numbers': `data = [${Array.from({ length: 200_000 }, (_x, i) => i).join(',')}]\n`,
    'has parentheses without end': `try:\n    import app.deep\nexcept Exception:\n    pass\n`,
    'has a regular expression that explodes': 'from django.urls import re_path\nurlpatterns += [re_path(r"^(a+)+$", Good.as_view())]\n',
  };
  it.each(Object.entries(hostile))('%s', (_name, code) => {
    const root = project({
      'app/good.py': GOOD,
      'app/a.py': 'from app.b import y\nx = 1\n',
      'app/b.py': 'from app.a import x\ny = 2\n',
      'app/deep.py': `x = ${'('.repeat(3000)}1${')'.repeat(3000)}\ny = ${'['.repeat(5000)}${']'.repeat(5000)}\n`,
      'urls.py': GOOD_ROUTE + code,
    });
    const witness = loadSource({ root });
    // What could not be read must never be called protected, and what could be read keeps its verdict.
    for (const line of judged(witness)) if (!line.startsWith('GET ')) expect(line).not.toMatch(/rejects$/);
    if (witness.operations.length === 0) expect(witness.problems.map((p) => p.text).join()).not.toBe('');
  });

  it('keeps the good routes when a module beside them does not parse', () => {
    const root = project({
      'app/good.py': GOOD,
      'app/bad.py': 'def broken(:\n',
      'urls.py': `${GOOD_ROUTE}try:\n    from app import bad\nexcept Exception:\n    pass\n`,
    });
    const witness = loadSource({ root });
    expect(judged(witness)).toEqual(['GET /good/ rejects']);
    expect(witness.problems.find((p) => p.place?.file === 'app/bad.py')?.place?.line).toBe(1);
  });

  it('reads a class that derives 150 times', () => {
    const chain = Array.from({ length: 150 }, (_x, i) => `class B${i + 1}(B${i}):\n    pass\n`).join('');
    const root = project({
      'app/good.py': `${GOOD.replace('class Good(APIView)', 'class B0(APIView)')}${chain}class Good(B150):\n    pass\n`,
      'urls.py': GOOD_ROUTE,
    });
    expect(judged(loadSource({ root }))).toEqual(['GET /good/ rejects']);
  });

  it('finds a route by its name beside hundreds that a plug-in may add to', () => {
    const routes = Array.from({ length: 200 }, (_, i) => `path("r${i}/", view, name="r${i}")`).join(', ');
    const witness = loadSource({
      root: project({
        'settings.py':
          'SECRET_KEY = "x"\nROOT_URLCONF = "urls"\nINSTALLED_APPS = ["rest_framework", "app"]\nMIDDLEWARE = ["app.gate.Gate"]\n',
        'app/gate.py': `from django.http import HttpResponse
from django.urls import reverse

class Gate:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path != reverse("r7"):
            return HttpResponse(status=401)
        return self.get_response(request)
`,
        'urls.py': `from absent_plugin import registry
from django.http import HttpResponse
from django.urls import include, path
from rest_framework.routers import DefaultRouter

def view(request):
    return HttpResponse("x")

router = DefaultRouter()
for prefix, viewset, name in registry:
    router.register(prefix, viewset, basename=name)
urlpatterns = [path("api/", include(router.urls)), ${routes}]
`,
      }),
    });
    const verdict = (path: string) => {
      const operation = witness.operations.find((o) => o.path === path)!;
      return witness.judge(operation, PROBES.find((probe) => probe.id === 'no-token')!).verdict;
    };
    expect(verdict('/r7/')).toBe('admits');
    expect(verdict('/r8/')).toBe('rejects');
  });

  it('takes steps for what the ways of a start change, and goes on without that app', () => {
    const ready = `import foo
from django.apps import AppConfig
KEPT = {}
class One(AppConfig):
    name = "app"
    def ready(self):
        for i in range(200):
            for j in range(200):
                KEPT[(i, j)] = i
${Array.from({ length: 120 }, (_x, i) => `        if foo.a${i}():\n            raise ValueError(foo.b${i})\n`).join('')}`;
    const witness = loadSource({ root: project({ 'app/apps.py': ready, 'app/good.py': GOOD, 'urls.py': GOOD_ROUTE }) });
    expect(witness.problems.map(({ text }) => text)).toEqual([expect.stringMatching(/^ready\(\) of app: more steps/)]);
    expect(judged(witness)).toEqual(['GET /good/ rejects']);
  });

  it('takes about as long for each of 3,000 views as for each of 300', () => {
    const views = (n: number) =>
      project({
        'app/good.py':
          VIEW +
          Array.from(
            { length: n },
            (_x, i) =>
              `class V${i}(APIView):\n    permission_classes = [IsAuthenticated]\n    def get(self, request):\n        return Response({})\n`,
          ).join(''),
        'urls.py': `from django.urls import path\nfrom app import good\nurlpatterns = []\nfor i in range(${n}):\n    urlpatterns.append(path(f"v{i}/", getattr(good, f"V{i}").as_view()))\n`,
      });
    expect(loadSource({ root: views(300) }).operations).toHaveLength(300);
    expect(loadSource({ root: views(3000) }).operations).toHaveLength(3000);
  });
});

describe('broken source', () => {
  it('never ends in anything but a witness or one clear line', () => {
    // A small generator with a fixed seed, so that a failure can be repeated.
    let seed = 20_26;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    const demo = join(import.meta.dirname, '../../demo');
    const files = readdirSync(demo, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.py') && !f.includes('migrations'));
    for (let round = 0; round < 25; round++) {
      const root = join(folder, `mutant${round}`);
      cpSync(demo, root, { recursive: true });
      for (let i = 0; i < 3; i++) {
        const file = join(root, files[random(files.length)]!);
        const text = readFileSync(file, 'utf8');
        const at = random(Math.max(1, text.length));
        const mutants = [
          text.slice(0, at),
          text.slice(0, at) + text.slice(at + 1 + random(20)),
          `${text.slice(0, at)}(${text.slice(at)}`,
          text.split('\n').toSpliced(random(20), 1).join('\n'),
          text.replace('class ', 'clas '),
        ];
        writeFileSync(file, mutants[random(mutants.length)]!);
      }
      try {
        const witness = loadSource({ root });
        for (const operation of witness.operations.slice(0, 5)) witness.judge(operation, noToken);
      } catch (error) {
        expect(error, `round ${round}`).toBeInstanceOf(UsageError);
      }
    }
  }, 240_000);
});
