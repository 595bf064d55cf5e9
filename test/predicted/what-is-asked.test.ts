/** What an operation asks for in place of a token, where names and lengths may mislead. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { folderWith, managePy } from '../support/folder.ts';

const FIELDS = Array.from({ length: 40 }, (_, i) => `    field${i} = serializers.CharField(required=False, max_length=${i + 10})`).join(
  '\n',
);

const URLS = `
import jwt
from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import path
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView


def verify_token(token):
    try:
        return jwt.decode(token, settings.KEY, algorithms=['HS256'])
    except jwt.PyJWTError:
        return None


def renew(request):
    claims = verify_token(request.POST.get('refresh'))
    if claims is None:
        return JsonResponse({}, status=401)
    return JsonResponse({'access': jwt.encode({'sub': claims['sub']}, settings.KEY)})


class Application(serializers.Serializer):
${FIELDS}
    email = serializers.EmailField()
    password = serializers.CharField()

    def validate(self, attrs):
        for name, value in attrs.items():
            if name.startswith('field') and len(value.strip()) > 80:
                raise serializers.ValidationError('too long')
        user = User.objects.filter(email=attrs['email']).first()
        if user is None or not user.check_password(attrs['password']):
            raise serializers.ValidationError('no')
        return user


class Desk(APIView):
    permission_classes = []

    def post(self, request):
        serializer = Application(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response({'id': serializer.validated_data.pk})


def enter(request):
    if request.method == 'POST':
        form = AuthenticationForm(request, data=request.POST)
        if form.is_valid():
            login(request, form.get_user())
            return JsonResponse({'ok': True})
    else:
        form = AuthenticationForm(request)
    return render(request, 'enter.html', {'form': form})


class Login(forms.Form):
    name = forms.CharField()
    word = forms.CharField(widget=forms.PasswordInput)

    def clean(self):
        self.user = authenticate(username=self.cleaned_data.get('name'), password=self.cleaned_data.get('word'))
        if self.user is None:
            raise forms.ValidationError('no')


def page(request):
    form = Login(request.POST or None)
    if form.is_valid():
        login(request, form.user)
        return JsonResponse({'ok': True})
    return render(request, 'enter.html', {'form': form})


urlpatterns = [
    path('renew/', renew),
    path('desk/', Desk.as_view()),
    path('enter/', enter),
    path('page/', page),
]
`;

it('is no code that one guesses where a signature is looked at, and a password after many fields, or by a form', () => {
  const { facts } = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'config/__init__.py': '',
      'config/settings.py':
        "KEY = 'a key of some length, which nobody knows'\nROOT_URLCONF = 'config.urls'\nMIDDLEWARE = []\nINSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework']\n",
      'config/urls.py': URLS,
    }),
  });
  expect(facts.entrance!('* /renew/')?.asksFor).not.toBe('one-time code');
  for (const id of ['POST /desk/', '* /enter/', '* /page/']) expect(facts.entrance!(id)?.asksFor, id).toBe('password');
});
