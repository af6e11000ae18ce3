// Every page of the admin: Payload decides by the path which one.
import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
import { importMap } from '../../../../importMap.js';
import { runningConfig } from '../../../../runningConfig.js';

interface AdminPage {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export const generateMetadata = ({ params, searchParams }: AdminPage) =>
  generatePageMetadata({ config: runningConfig, params, searchParams });

export default function Page({ params, searchParams }: AdminPage) {
  return RootPage({ config: runningConfig, importMap, params, searchParams });
}
