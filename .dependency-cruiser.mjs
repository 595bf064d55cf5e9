/** Who may import whom. Every rule says why in one sentence; `docs/architecture.md` has the table for people. */

/** folder -> [folders it may use besides itself, why not more] */
const LAYERS = {
  model: [[], 'the model is the shared vocabulary; what it imported, everything would import'],
  project: [['model'], 'reading the disk safely must not depend on what is done with the text'],
  tokens: [['model'], 'credentials are made and broken without knowing who sends them'],
  python: [['model'], 'the parser knows a language, not a framework'],
  config: [['model', 'project'], 'what the user wrote is known before anything is judged'],
  probes: [['model', 'tokens'], 'a probe is data; how a witness answers it is the business of the witness'],
  interpreter: [['model', 'python'], 'the interpreter knows Python only, so that no verdict hangs on the name of a class'],
  frameworks: [['model', 'python', 'interpreter'], 'a framework is knowledge for the interpreter, not about findings'],
  promised: [
    ['model', 'project', 'probes', 'tokens'],
    'the witnesses answer independently: what one says must not reach another except as model data through scan',
  ],
  observed: [
    ['model', 'project', 'probes', 'tokens'],
    'the witnesses answer independently: what one says must not reach another except as model data through scan',
  ],
  predicted: [
    ['model', 'project', 'probes', 'tokens', 'python', 'interpreter', 'frameworks'],
    'the witnesses answer independently: what one says must not reach another except as model data through scan',
  ],
  matrix: [['model'], 'the matrix joins answers and judges nothing'],
  rules: [['model', 'matrix'], 'rules read the matrix and source facts, they never parse code'],
  findings: [['model', 'matrix'], 'a finding is made from reports of rules, not from code'],
  fixes: [['model', 'python'], 'a fix is a text edit'],
  reports: [['model'], 'a report shows a scan result and computes nothing new'],
  scan: [
    [
      'model',
      'config',
      'project',
      'tokens',
      'probes',
      'python',
      'interpreter',
      'frameworks',
      'promised',
      'predicted',
      'observed',
      'matrix',
      'rules',
      'findings',
      'fixes',
      'reports',
    ],
    'scan orders the run; it does not know who started it',
  ],
  demo: [['model', 'config', 'project', 'scan', 'reports'], 'the demo uses the same door as the command line'],
  cli: [['model', 'config', 'scan', 'reports', 'demo'], 'the command line draws; every judgement comes through scan'],
};

/** Unit tests may use any folder to set a real scene; the direction is about what ships. */
const SHIPPED = '\\.test\\.ts$';

const layerRules = Object.entries(LAYERS).map(([folder, [allowed, why]]) => ({
  name: `layer-${folder}`,
  comment: `src/${folder} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}: ${why}.`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: SHIPPED },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'known-folders',
      comment: 'A folder of src must stand in the table of layers, else nothing limits it.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(LAYERS).join('|')})/` },
      to: {},
    },
    {
      name: 'django-knows-no-other-framework',
      comment: 'DRF and Ninja are built on Django and not the reverse.',
      severity: 'error',
      from: { path: '^src/frameworks/django/', pathNot: SHIPPED },
      to: { path: '^src/frameworks/(?!django/)' },
    },
    {
      name: 'frameworks-on-django-are-apart',
      comment: 'DRF, Ninja and Channels meet in Django only.',
      severity: 'error',
      from: { path: '^src/frameworks/(drf|ninja|channels)/', pathNot: SHIPPED },
      to: { path: '^src/frameworks/(drf|ninja|channels)/', pathNot: '^src/frameworks/$1/' },
    },
    {
      name: 'network-only-in-observed',
      comment:
        'Only the observed witness opens connections, where origin and write guards are; so a reader verifies in a minute that nothing else can.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/observed/|${SHIPPED}` },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)' },
    },
    {
      name: 'processes-only-in-demo',
      comment: 'Only the demo starts programs (its own server); the code of a scanned project never runs.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/demo/|${SHIPPED}` },
      to: { path: '^(node:)?(child_process|cluster|worker_threads|vm)$' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other when they are loaded are one file, or a third one is missing (types may refer to each other).',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What ships must not need what does not ship.',
      severity: 'error',
      from: { path: '^src/', pathNot: SHIPPED },
      to: { path: `^(test|tools|bench)/|${SHIPPED}` },
    },
    {
      name: 'no-dev-dependencies-in-the-product',
      comment: 'An installed package has no development dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: SHIPPED },
      to: { dependencyTypes: ['npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be resolved is not checked by any other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^test/.*/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
