/** WebSockets of Channels 2, whose applications are called twice; no Python of the tests runs it: stated of 2.4 by its source. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

const SETTINGS = `
import os
SECRET_KEY = os.environ['KEY']
ROOT_URLCONF = 'config.urls'
ASGI_APPLICATION = 'config.routing.application'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions', 'channels']
`;

const ROUTING = `
from channels.auth import AuthMiddlewareStack
from channels.generic.websocket import AsyncJsonWebsocketConsumer, WebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator, WebsocketDenier
from django.urls import path


class Closed(WebsocketConsumer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rooms = []

    def connect(self):
        if self.scope['user'].is_anonymous:
            self.close()
        else:
            self.accept()
            self.send(text_data='notes')


class Open(AsyncJsonWebsocketConsumer):
    async def connect(self):
        await self.accept()
        await self.channel_layer.group_add('notes', self.channel_name)


class Denied:
    def __init__(self, inner):
        self.inner = inner

    def __call__(self, scope):
        if dict(scope['headers']).get(b'authorization') is None:
            return WebsocketDenier(scope)
        return self.inner(scope)


application = ProtocolTypeRouter({
    'websocket': AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter([
        path('closed/', Closed),
        path('open/', Open),
        path('denied/', Denied(Open)),
    ]))),
})
`;

it('are judged by their handshake', () => {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': 'Django==2.2.28\nchannels==2.4.0\n',
      'config/__init__.py': '',
      'config/settings.py': SETTINGS,
      'config/urls.py': 'urlpatterns = []\n',
      'config/routing.py': ROUTING,
    }),
  });
  expect(witness.operations.map((operation) => `${operation.path} ${witness.judge(operation, noToken).verdict}`)).toEqual([
    '/closed/ rejects',
    '/open/ admits',
    '/denied/ rejects',
  ]);
});
