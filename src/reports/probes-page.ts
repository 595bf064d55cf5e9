/** The page `docs/probes.md`: for each probe which witnesses can fire it, and why the others cannot. */
import { type Probe, type ProbeNeed, WITNESS_NAMES, type WitnessName } from '../model/probe.ts';
import { loginLifeMarkdown } from './login-life-page.ts';

/** What a user gives the server witness for a probe that needs it. */
const GIVEN: Readonly<Record<ProbeNeed, string>> = {
  token: '`--token`',
  'signed-token': 'a `--token` that is signed',
  'second-token': '`--second-token`',
  'low-token': '`--low-token`',
  'refresh-token': '`--refresh-token`',
  'signing-key': '`--signing-key`',
  'public-key': 'its public key: from the server (JWKS), or `--signing-key`',
  login: '`--login`',
};

/**
 * All probes in the given order as one Markdown table, a line each.
 * @param probes in the order in which they are fired
 */
export function probesMarkdown(probes: readonly Probe[]): string {
  const lines = [
    '# Probes',
    '',
    'A probe is one attacker request in terms of credentials. Each is fired at the document (*promised*), at the source (*predicted*) and at',
    'the server (*observed*), where that witness can tell. What a right server does is in the second column; operations without an answer',
    'to the probes in bold do not count as judged.',
    '',
    `| probe | right | ${WITNESS_NAMES.join(' | ')} |`,
    `|---|---|${WITNESS_NAMES.map(() => '---|').join('')}`,
    ...probes.map((probe) => {
      const name = probe.required ? `**${probe.id}**` : probe.id;
      return `| ${name}: ${probe.title} | ${probe.secure} | ${WITNESS_NAMES.map((witness) => cell(probe, witness)).join(' | ')} |`;
    }),
    '',
    '## What each of them is for',
    '',
    ...probes.map(({ id, why, references }) => `- \`${id}\`: ${why} (${references.join(', ')})`),
    '',
    '## What only the server tells of',
    '',
    'Without source, the `Allow` of the answers is compared with the document (R12, R19). A GET that the document does not name is asked without',
    'a token, with made-up ones and with the valid one, and is an operation of the scan from then on. Other methods that it does not name are a',
    'note: they write, and are not asked. Without source nothing is sent to learn an `Allow`: OPTIONS runs the handler of plain Django views.',
    '',
    ...loginLifeMarkdown(),
  ];
  return lines.join('\n');
}

function cell(probe: Probe, witness: WitnessName): string {
  const why = probe.cannot?.[witness];
  if (why) return `no: ${why.replace(/^not sent: /, '')}`;
  if (witness !== 'observed') return 'yes';
  const given = [...probe.needs.map((need) => GIVEN[need]), ...(probe.safety === 'intrusive' ? ['`--allow-writes`'] : [])];
  if (probe.sends.method === 'OPTIONS') given.push('a source that shows that DRF answers it');
  if (probe.sends.override) given.push('`--allow-inert-writes`', 'a source that says where it is read');
  return given.length > 0 ? `with ${given.join(' and ')}` : 'yes';
}
