/** Users: the people who sign in. Administrators invite them; the first one is made at the first start. */
import { randomBytes } from 'node:crypto';
import type { Access, CollectionBeforeOperationHook, CollectionConfig, PayloadRequest } from 'payload';
import { roles } from '../access/accessTable.js';
import { mayDo } from '../access/actors.js';
import { isPerson } from '../access/collectionAccess.js';
import { sitesField } from '../fields/common.js';
import { idField } from '../fields/idField.js';
import { clampReads } from '../hooks/clampReads.js';
import { inviteUser, noticeOfNewRights } from '../hooks/mailUsers.js';
import { appendAudit, auditChange, auditDelete } from '../hooks/recordInAudit.js';

const manages = (req: PayloadRequest) => mayDo(req, 'users', 'update');

/** Administrators see everybody; others see themselves. */
const selfOrManaged: Access = ({ req }) => {
  if (!isPerson(req)) return false;
  return manages(req) || { id: { equals: req.user?.id } };
};

const onlyManagers = ({ req }: { req: PayloadRequest }) => manages(req);

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
    useSessions: true,
  },
  access: {
    admin: ({ req }) => isPerson(req),
    create: ({ req }) => mayDo(req, 'users', 'create'),
    delete: ({ req }) => mayDo(req, 'users', 'delete'),
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
      access: { create: onlyManagers, update: onlyManagers },
      admin: { position: 'sidebar', description: 'What this person may do.' },
    },
    {
      ...sitesField,
      access: { create: onlyManagers, update: onlyManagers },
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
    beforeOperation: [clampReads, inventPassword],
    afterChange: [auditChange('email'), inviteUser, noticeOfNewRights],
    afterDelete: [auditDelete('email')],
    afterLogin: [
      async ({ req, user }) => {
        await appendAudit(Object.assign(Object.create(req), { user }) as PayloadRequest, {
          action: 'sign-in',
          collectionSlug: 'users',
          documentId: String(user.id),
          title: String(user.email),
        });
      },
    ],
    afterLogout: [
      async ({ req }) => {
        if (!req.user) return;
        await appendAudit(req, {
          action: 'sign-out',
          collectionSlug: 'users',
          documentId: String(req.user.id),
        });
      },
    ],
  },
  lockDocuments: { duration: 300 },
  timestamps: true,
});
