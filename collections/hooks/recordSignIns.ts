/** Signing in and out and replaced passwords leave a row in the audit log, like every write. */
import type {
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload';
import { type AuditEntry, appendAudit, noteSecretChange } from './recordInAudit.js';

interface Account {
  id: number | string;
  email?: string | null;
}

/** The person is known only now; the request still belongs to a stranger. */
function append(
  req: PayloadRequest,
  user: Account,
  action: AuditEntry['action'],
  changes?: AuditEntry['changes'],
) {
  return appendAudit(
    Object.assign(Object.create(req), { user: { ...user, collection: 'users' } }) as PayloadRequest,
    {
      ...{ action, changes, collectionSlug: 'users' },
      documentId: String(user.id),
      title: user.email ?? undefined,
    },
  );
}

/** Payload replaces a forgotten password without any of the hooks of a write, but with those of signing in. */
export const noteReset: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'resetPassword') req.context.isResettingPassword = true;
  return args;
};

export const notePasswordChange: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'update' && data.password) noteSecretChange(req.context, 'password');
  return data;
};

export const recordSignIn: CollectionAfterLoginHook = async ({ req, user }) => {
  if (req.context.isResettingPassword) {
    await append(req, user, 'update', [{ field: 'password', from: '(secret)', to: '(secret)' }]);
  }
  await append(req, user, 'sign-in');
};

export const recordSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  if (req.user) await append(req, req.user as Account, 'sign-out');
};
