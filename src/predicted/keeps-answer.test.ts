import { expect, it } from 'vitest';
import { createVM } from '../interpreter/interpreter.ts';
import { plainFinish } from './keeps-answer.ts';

const VIEWS = 'class APIView:\n    def finalize_response(self, request, response, *args, **kwargs):\n        return response\n';

/** Whether the view `Notes`, whose `finalize_response` has these statements, leaves its answer to DRF. */
function keeps(...body: string[]): boolean {
  const lines = body.map((line) => `        ${line}\n`).join('');
  const main = `from rest_framework.views import APIView\nclass Own(APIView):\n    def finalize_response(self, request, response, *args, **kwargs):\n${lines}class Notes(Own):\n    pass\n`;
  const texts: Record<string, string> = { main, rest_framework: '', 'rest_framework.views': VIEWS };
  const vm = createVM({
    find: (name) =>
      name in texts ? { text: texts[name]!, file: `${name}.py`, isPackage: name === 'rest_framework', own: name === 'main' } : null,
    missing: () => 'absent',
  });
  const module = vm.importModule('main', null);
  const view = module.k === 'module' ? module.scope.vars.get('Notes') : undefined;
  if (view?.k !== 'class') throw new Error('no view');
  return plainFinish(view) !== null;
}

const HAND_ON = 'return super().finalize_response(request, response, *args, **kwargs)';

it.each([
  ['headers', ["response['X-Node'] = self.node", HAND_ON]],
  ['a log', ['if response.status_code >= 400:', '    log(self.get_name(), response.data)', HAND_ON]],
  ['more to read', ["response.data['detail'] += self.hint", 'response = super().finalize_response(request, response)', 'return response']],
  ['another exception', ['if self.late:', '    response = self.handle_exception(self.late)', HAND_ON]],
])('%s: a refusal stays one', (_title, body) => {
  expect(keeps(...body)).toBe(true);
});

it.each([
  ['the handler', ['if response.status_code == 401:', '    response = self.get(request)', HAND_ON]],
  ['another answer', ['return Response({})']],
  ['several names', ['response, kind = self.other(request)', HAND_ON]],
  ['a loop', ['for response in self.all():', '    pass', HAND_ON]],
  ['a function of its own', ['def other():', '    return self.get(request)', 'return other()']],
  ['another argument', ['return super().dispatch(request)']],
])('%s: not known', (_title, body) => {
  expect(keeps(...body)).toBe(false);
});
