import { expect, it } from 'vitest';
import { isLoginName } from './login-address.ts';

it.each(['loadLoginPage', 'login', 'accounts:sign-in', 'LoginView', 'a.b.signin', 'sign_in_view', 'UserLogin'])(
  '%s is called like a login',
  (name) => {
    expect(isLoginName(name)).toBe(true);
  },
);

it.each([
  'login_required',
  'loginHistory',
  'plugin',
  'isLoggedIn',
  'assignIn',
  'designin',
  'login.views.home',
  'login_required.<locals>.wrapper',
])('%s is not', (name) => {
  expect(isLoginName(name)).toBe(false);
});
