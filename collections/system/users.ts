/** Users: the people who sign in. Administrators invite them; the first one is made at the first start. */
import { randomBytes } from 'node:crypto';
import {
  type Access,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type PayloadRequest,
  ValidationError,
} from 'payload';
import { roles } from '../access/accessTable.js';
import { mayDo } from '../access/actors.js';
import { isPerson } from '../access/collectionAccess.js';
import { sitesField } from '../fields/common.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { inviteUser, noticeOfNewRights, resetMail } from '../hooks/mailUsers.js';
import { auditChange, auditDelete } from '../hooks/recordInAudit.js';
import { notePasswordChange, noteReset, recordSignIn, recordSignOut } from '../hooks/recordSignIns.js';

const manages = (req: PayloadRequest) => mayDo(req, 'users', 'update');

/** Administrators see everybody; others see themselves. */
const selfOrManaged: Access = ({ req }) => {
  if (!isPerson(req)) return false;
  return manages(req) || { id: { equals: req.user?.id } };
};

/** Nobody is sole judge of their own rights; so a house that has an administrator keeps one. */
const onlyOtherManagers = ({ id, req }: { id?: number | string; req: PayloadRequest }) =>
  manages(req) && (id === undefined || String(id) !== req.user?.id);

const others: Access = ({ req }) => mayDo(req, 'users', 'delete') && { id: { not_equals: req.user?.id } };

/** Characters that a password must have. */
export const shortestPassword = 12;

/** Payload itself is content with three characters. */
const refuseShortPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const password = (args as { data?: { password?: unknown } }).data?.password;
  const isSet = ['create', 'update', 'resetPassword'].includes(operation) && typeof password === 'string';
  if (!isSet || password.length >= shortestPassword) return args;
  const message = `A password has at least ${shortestPassword} characters.`;
  throw new ValidationError({ collection: 'users', errors: [{ message, path: 'password' }], req }, req.t);
};

/** An invited person sets a password of their own; until then nobody knows it. */
const inventPassword: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create') return args;
  const data = (args as { data?: { password?: string } }).data;
  if (data && !data.password) data.password = randomBytes(24).toString('base64url');
  return args;
};

const roleLabels: Record<(typeof roles)[number], string> = {
  administrator: 'Administrator',
  editor: 'Editor',
  'clinical-reviewer': 'Clinical reviewer',
  compliance: 'Compliance',
};

/** @param isSecure cookies only over https, once the server's own address is https */
export const usersWith = ({ isSecure }: { isSecure: boolean }): CollectionConfig => ({
  slug: 'users',
  graphQL: { singularName: 'User', pluralName: 'Users' },
  admin: { useAsTitle: 'name', group: 'Administration', defaultColumns: ['name', 'email', 'role', 'sites'] },
  auth: {
    tokenExpiration: 2 * 60 * 60,
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    cookies: { secure: isSecure, sameSite: 'Lax' },
    // 0: Payload notes the time of a request outside its own transaction, which waits for itself where one writes at a
    // time. src/http/rateLimits.ts limits requests instead.
    forgotPassword: { ...resetMail, minRequestInterval: 0 },
    useSessions: true,
  },
  access: {
    admin: ({ req }) => isPerson(req),
    create: ({ req }) => mayDo(req, 'users', 'create'),
    delete: others,
    read: selfOrManaged,
    readVersions: () => false,
    unlock: ({ req }) => manages(req),
    update: selfOrManaged,
  },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, maxLength: 200 },
    {
      name: 'role',
      type: 'select',
      required: true,
      index: true,
      saveToJWT: false,
      defaultValue: 'editor',
      options: roles.map((value) => ({ label: roleLabels[value], value })),
      access: { create: onlyOtherManagers, update: onlyOtherManagers },
      admin: { position: 'sidebar', description: 'What this person may do.' },
    },
    {
      ...sitesField,
      access: { create: onlyOtherManagers, update: onlyOtherManagers },
      admin: {
        position: 'sidebar',
        description:
          'Limits the person to these sites. Empty means all sites. Administrators are never limited.',
      },
      hooks: {
        // an administrator who limits an administrator would only pretend to
        beforeChange: [({ data, value }) => (data?.role === 'administrator' ? [] : value)],
      },
    } as typeof sitesField,
    {
      name: 'invite',
      type: 'checkbox',
      label: 'Send an invitation',
      virtual: true,
      defaultValue: true,
      access: { read: () => false, update: () => false },
      admin: {
        position: 'sidebar',
        description: 'Sends an e-mail with a link to set a password.',
        condition: (_data, _sibling, { operation }) => operation === 'create',
      },
    },
  ],
  hooks: {
    beforeOperation: [clampReads, inventPassword, refuseShortPassword, noteReset],
    beforeChange: [notePasswordChange],
    afterChange: [auditChange('email'), inviteUser, noticeOfNewRights],
    afterDelete: [auditDelete('email')],
    afterLogin: [recordSignIn],
    afterLogout: [recordSignOut],
  },
  lockDocuments: { duration: 300 },
  timestamps: true,
});
