// A page of ours inside the admin's frame, for signed-in people; others are sent to sign in and come back.
import { DefaultTemplate } from '@payloadcms/next/templates';
import { Gutter } from '@payloadcms/ui';
import { redirect } from 'next/navigation.js';
import type { AdminViewServerProps } from 'payload';
import type { ReactNode } from 'react';

interface PageProps {
  view: AdminViewServerProps;
  /** Below the admin's own address, such as `/schedule`. */
  path: string;
  className: string;
  title: string;
  children: ReactNode;
}

export function AdminPage({ children, className, path, title, view }: PageProps) {
  const { initPageResult, params, searchParams, viewActions, viewType } = view;
  const { locale, permissions, req, visibleEntities } = initPageResult;
  const { payload, user } = req;
  const { admin } = payload.config.routes;
  if (!user) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${path}`)}`);
  return (
    <DefaultTemplate
      {...{ locale, params, payload, permissions, req, searchParams, user, viewActions, viewType }}
      i18n={req.i18n}
      visibleEntities={visibleEntities}
    >
      <Gutter className={className}>
        <h1>{title}</h1>
        {children}
      </Gutter>
    </DefaultTemplate>
  );
}
