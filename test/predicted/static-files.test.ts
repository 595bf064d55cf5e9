/** The files that a project hands out to everybody, from its settings. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { folderWith, managePy } from '../support/folder.ts';

function filesOf(settings: string, files: Readonly<Record<string, string>> = {}) {
  const root = folderWith({
    'manage.py': managePy('shop.settings'),
    'shop/settings.py': `from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "x"
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["django.contrib.admin", "stock"]
${settings}
`,
    'shop/urls.py': 'urlpatterns = []\n',
    'stock/__init__.py': '',
    'stock/apps.py': 'from django.apps import AppConfig\n\n\nclass StockConfig(AppConfig):\n    name = "stock"\n',
    ...files,
  });
  return { root, found: loadSource({ root }).facts.staticFiles!() };
}

it('finds one in the folders of the settings, below its prefix', () => {
  const { root, found } = filesOf('STATIC_URL = "/assets/"\nSTATICFILES_DIRS = [BASE_DIR / "empty", ("brand", BASE_DIR / "web" / "out")]', {
    'web/out/logo.png': 'no text',
    'web/out/css/shop.css': 'a {}',
    'stock/static/stock.js': '1',
  });
  expect(found).toEqual([
    { address: '/assets/brand/css/shop.css', path: join(root, 'web/out/css/shop.css'), inProject: 'web/out/css/shop.css', fixed: false },
  ]);
});

it('finds one of an app, and that of the admin where files are collected', () => {
  const { root, found } = filesOf('STATIC_URL = "static/"\nSTATIC_ROOT = "/var/www/shop"', { 'stock/static/stock.js': '1' });
  expect(found).toEqual([
    { address: '/static/stock.js', path: join(root, 'stock/static/stock.js'), inProject: 'stock/static/stock.js', fixed: false },
    { address: '/static/admin/css/base.css', path: '/var/www/shop/admin/css/base.css', inProject: null, fixed: true },
  ]);
});

it('tells of none that another host hands out', () => {
  expect(filesOf('STATIC_URL = "https://cdn.example.org/shop/"', { 'stock/static/stock.js': '1' }).found).toEqual([]);
});
