/** What of a library that is not there stands between Django's own parts: a base class of an admin, the engine of the sessions. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
SESSION_ENGINE = 'absent_library.sessions'
INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions', 'notes']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware']
`;

const ADMIN = `
from absent_library.admin import Search
from django.contrib import admin

from notes.models import Note


@admin.register(Note)
class NoteAdmin(Search, admin.ModelAdmin):
    pass
`;

it('leaves the pages of the admin guarded, and says what is taken for granted', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==5.2.8\nabsent-library==1.0\n',
      'config/__init__.py': '',
      'config/settings.py': SETTINGS,
      'config/urls.py':
        "from django.contrib import admin\nfrom django.urls import path\n\nurlpatterns = [path('admin/', admin.site.urls)]\n",
      'notes/__init__.py': '',
      'notes/models.py': 'from django.db import models\n\n\nclass Note(models.Model):\n    text = models.TextField()\n',
      'notes/admin.py': ADMIN,
    }),
  });
  const add = witness.operations.find(({ name }) => name === 'admin:notes_note_add')!;
  expect([add.path, add.view]).toEqual(['/admin/notes/note/add/', 'django.contrib.admin.options.ModelAdmin.add_view']);
  const verdict = witness.judge(add, noToken);
  expect(verdict).toMatchObject({ verdict: 'rejects', status: 302 });
  const told = verdict.reasons.map(({ text }) => text).join('\n');
  expect(told).toContain('taken for granted: the pages of NoteAdmin, of which a base class is not there');
  expect(told).toContain('taken for granted: absent_library.sessions gives a stranger an empty session');
});
