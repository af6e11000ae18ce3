// What the admin shows for an address that it does not know.
import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views';
import { importMap } from '../../../../importMap.js';
import { runningConfig } from '../../../../runningConfig.js';

interface AdminPage {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export const generateMetadata = ({ params, searchParams }: AdminPage) =>
  generatePageMetadata({ config: runningConfig, params, searchParams });

export default function NotFound({ params, searchParams }: AdminPage) {
  return NotFoundPage({ config: runningConfig, importMap, params, searchParams });
}
