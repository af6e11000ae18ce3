// The frame of Payload's admin: its providers, its styles, and the door through which its forms ask the server.
import '@payloadcms/next/css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { importMap } from '../../importMap.js';
import { runningConfig } from '../../runningConfig.js';
import './custom.scss';

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
  const { serverFunctions } = (await runningConfig).custom; // ours go before Payload's own
  return handleServerFunctions({ ...args, config: runningConfig, importMap, serverFunctions });
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={runningConfig} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}
