/** Compared with what the real git writes. */
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../../test/support/folder.ts';
import { gitStateOf } from './git-state.ts';

const git = (folder: string, ...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', '-c', 'init.defaultBranch=main', ...args], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
};

it.each(['2', '3', '4'])('reads index version %s', (version) => {
  const files = { 'a.py': 'a = 1\n', 'app/views.py': 'x\n', 'app/viewsets.py': 'y\n', 'app/größe.py': 'z\n', 'new.py': '' };
  const folder = folderWith(files);
  git(folder, 'init');
  git(folder, 'add', 'a.py', 'app');
  // Version 3 is written only where an entry needs its flags.
  if (version === '3') git(folder, 'add', '--intent-to-add', 'new.py');
  git(folder, 'update-index', '--index-version', version === '3' ? '2' : version);
  for (const file of ['a.py', 'app/views.py', 'app/viewsets.py', 'app/größe.py']) expect(gitStateOf(join(folder, file))).toBe('kept');
  expect(gitStateOf(join(folder, 'other.py'))).toBe('untracked');
  if (version !== '3') expect(gitStateOf(join(folder, 'new.py'))).toBe('untracked');
  appendFileSync(join(folder, 'app/viewsets.py'), '# more\n');
  expect(gitStateOf(join(folder, 'app/viewsets.py'))).toBe('changed');
  git(folder, 'commit', '-m', 'first');
  git(folder, 'worktree', 'add', 'beside');
  expect(gitStateOf(join(folder, 'beside/app/views.py'))).toBe('kept');
});

it('knows no repository, and keeps nothing of a broken one', () => {
  expect(gitStateOf(join(folderWith({ 'a.py': '' }), 'a.py'))).toBe('no-repository');
  for (const index of ['', 'DIRC', 'DIRC\0\0\0\u0002\0\0\0\u0005', 'no index']) {
    expect(gitStateOf(join(folderWith({ 'a.py': '', '.git/index': index }), 'a.py'))).toBe('untracked');
  }
});
