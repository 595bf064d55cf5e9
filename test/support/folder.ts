/** A temporary folder with the given files, removed after the test that asked for it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

/** A manage.py as `django-admin startproject` writes it, in as many lines as matter. */
export function managePy(settings: string): string {
  return `import os
import sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "${settings}")
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
`;
}
