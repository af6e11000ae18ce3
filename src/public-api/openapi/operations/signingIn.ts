/** Signing in, as Payload has it. */
import { json, jsonBody, type Operation } from '../operation.js';

const asked = { headers: ['Cache-Control'], status: 200 as const };
const accounts = { tag: 'Signing in' };

export const signInOperations: readonly Operation[] = [
  {
    ...{ ...accounts, path: '/api/users/login', method: 'post', id: 'signIn', summary: 'Sign in' },
    body: jsonBody('Credentials'),
    answers: [
      { ...asked, description: 'A token, sent as `Authorization: JWT …`.', content: json('Session') },
    ],
    errors: [400, 401, 413, 429],
  },
  {
    ...{
      ...accounts,
      path: '/api/users/forgot-password',
      method: 'post',
      id: 'forgotPassword',
      summary: 'Ask for a mail with a new start',
    },
    description: 'The answer is always the same: it does not tell whether there is such an account.',
    body: jsonBody('ForgottenPassword'),
    answers: [
      { ...asked, description: 'The mail is on its way if the account exists.', content: json('Message') },
    ],
    errors: [400, 413, 429],
  },
  {
    ...{
      ...accounts,
      path: '/api/users/reset-password',
      method: 'post',
      id: 'resetPassword',
      summary: 'Set a new password',
    },
    body: jsonBody('NewPassword'),
    answers: [{ ...asked, description: 'Signed in.', content: json('Session') }],
    errors: [400, 401, 403, 413, 429],
  },
  {
    ...{
      ...accounts,
      path: '/api/users/refresh-token',
      method: 'post',
      id: 'refreshToken',
      summary: 'Stay signed in',
    },
    answers: [{ ...asked, description: 'A new token.', content: json('RefreshedSession') }],
    errors: [401, 403],
    signedIn: 'only',
  },
  {
    ...{ ...accounts, path: '/api/users/logout', method: 'post', id: 'signOut', summary: 'Sign out' },
    answers: [{ ...asked, description: 'Signed out.', content: json('Message') }],
    errors: [400, 401],
    signedIn: 'only',
  },
  {
    ...{ ...accounts, path: '/api/users/me', id: 'whoAmI', summary: 'Who is signed in' },
    answers: [{ ...asked, description: '`user` is null for strangers.', content: json('WhoIsSignedIn') }],
    errors: [401],
    signedIn: 'also',
  },
];
