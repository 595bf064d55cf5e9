/** Declares commands and options for the parser; what they do is in `commands/`, one file each, loaded when it is called. */
import { type Argument, Command, CommanderError, Option } from 'commander';
import { OPTIONS, type OptionSpec } from '../config/option-table.ts';
import type { GivenOptions } from '../config/resolve.ts';
import { UsageError } from '../model/errors.ts';
import { tool } from '../scan/tool.ts';
import type { CommandFunction, Run } from './run.ts';

const SOURCE_OPTIONS = OPTIONS.filter(({ group }) => group === 'Source' || group === 'Document').filter(({ name }) => name !== 'no-source');
const named = (...names: string[]) => OPTIONS.filter(({ name }) => names.includes(name));

/** Returns the function that parses and runs; it answers with the exit code and throws UsageError for what cannot be parsed. */
export function buildProgram(run: Run): (argv: readonly string[]) => Promise<number> {
  let code = 0;
  const program = new Command('unlatched');
  setUp(program, run);
  program
    .description('Which requests get into your Django API without a valid token?')
    .version(`unlatched ${tool().version}`, '-V, --version', 'print the version')
    .helpCommand(false);

  const add = (name: string, options: readonly OptionSpec[], load: () => Promise<CommandFunction>): Command => {
    const command = program.command(name);
    setUp(command, run);
    for (const option of options) addOption(command, option);
    command.action(async (...all: unknown[]) => {
      const args = (all.at(-1) as Command).args;
      code = await (await load())(run, args, givenOf(command));
    });
    return command;
  };

  withConfig(add('scan [path]', OPTIONS, async () => (await import('./commands/scan.ts')).scan)).description(
    'judge a Django project by its source, its OpenAPI document and its running server',
  );
  withConfig(
    add(
      'routes [path]',
      [...SOURCE_OPTIONS, ...named('quiet', 'verbose', 'no-color', 'progress')],
      async () => (await import('./commands/routes.ts')).routes,
    ),
  )
    .description('every operation with its view, authenticators and permissions, and who may call it')
    .option('--format <FORMAT>', 'terminal or json (default terminal)')
    .option('--verdicts', 'who gets in, as far as the source says (in JSON: on by default)')
    .option('--no-verdicts', 'leave the verdicts out');
  withConfig(
    add(
      'explain <operation|finding|n>',
      [...SOURCE_OPTIONS, ...named('param', 'quiet', 'verbose', 'no-color', 'progress')],
      async () => (await import('./commands/explain.ts')).explain,
    ),
  )
    .description('the chain of reasons for an operation ("GET /api/users/{id}/"), a finding id, or a number in the last output')
    .option('-C <DIR>', 'the project (default .)')
    .option('--from <SCAN.json>', 'scan document with the answers of the server (default: the last scan)');
  withConfig(
    add(
      'fix [finding...]',
      [...SOURCE_OPTIONS, ...named('quiet', 'verbose', 'no-color', 'progress')],
      async () => (await import('./commands/fix.ts')).fix,
    ),
  )
    .description('verified fixes as one diff: of finding ids, or of numbers in the last output')
    .option('--all', 'all findings, without fixes that change behaviour')
    .option('-C <DIR>', 'the project (default .)')
    .option('--apply', 'write the fixes')
    .option('--force', 'also on files whose text git does not hold');
  withConfig(
    add(
      'lock [path]',
      [...SOURCE_OPTIONS.filter(({ group }) => group === 'Source'), ...named('quiet', 'verbose', 'no-color', 'progress')],
      async () => (await import('./commands/lock.ts')).lock,
    ),
  )
    .description('who may call what, as a file to commit (unlatched.lock)')
    .option('--check', 'write nothing, exit 1 on a difference');
  add('rules [id]', named('no-color'), async () => (await import('./commands/rules.ts')).rules).description(
    'the rules, or the words of one',
  );
  add('demo', named('no-color', 'progress', 'quiet', 'verbose'), async () => (await import('./commands/demo.ts')).demo)
    .description('the three witnesses on the vulnerable Django API that comes with the package')
    .option('--out <DIR>', 'folder for the reports (default ./unlatched-demo)');
  add('schema <scan|routes|config>', [], async () => (await import('./commands/schema.ts')).schema).description('print a JSON Schema');

  return async (argv) => {
    try {
      if (argv.length === 0) {
        run.streams.write(program.helpInformation());
        return 2;
      }
      await program.parseAsync([...argv], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // Help and version were asked for and printed.
      if (error.exitCode === 0) return 0;
      throw new UsageError('command-line', `${oneSentence(error.message)}; see unlatched --help`);
    }
    return code;
  };
}

function setUp(command: Command, run: Run): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => run.streams.write(text),
    // Errors are thrown and printed once, by main.
    writeErr: () => {},
    getOutHelpWidth: () => run.streams.width,
  });
  command.configureHelp({
    minWidthToWrap: 20,
    // Every command has options; the list need not say so eight times.
    subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map(termOf)].join(' '),
  });
  command.helpOption('-h, --help', 'print this help').allowExcessArguments(false);
}

function termOf(argument: Argument): string {
  const text = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${text}>` : `[${text}]`;
}

function withConfig(command: Command): Command {
  return command.option('--config <FILE>', 'configuration file (default: unlatched.toml or pyproject.toml, upwards from PATH)');
}

function addOption(command: Command, { name, value, help, kind, group }: OptionSpec): void {
  const repeatable = kind.type === 'list' || kind.type === 'pairs' || kind.type === 'tokens';
  const option = new Option(`--${name}${value ? ` <${value}>` : ''}`, help);
  if (repeatable) option.argParser((text: string, previous: string[] | undefined) => [...(previous ?? []), text]);
  command.addOption(option.helpGroup(`${group}:`));
}

/** The options that stand on the command line, by long name; `--no-x` is the flag `no-x`. */
function givenOf(command: Command): GivenOptions {
  const given: Record<string, unknown> = {};
  for (const option of command.options) {
    const attribute = option.attributeName();
    if (command.getOptionValueSource(attribute) !== 'cli') continue;
    const value = command.getOptionValue(attribute);
    const name = option.long?.slice(2) ?? option.short!.slice(1);
    // `--verdicts` and `--no-verdicts` share an attribute.
    if (option.negate ? value === false : value !== false) given[name] = option.negate ? true : value;
  }
  return given;
}

/** Commander's message without its prefix, its hint in the same sentence. */
function oneSentence(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.*)\?\)/, ' (did you mean $1?)')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
}
