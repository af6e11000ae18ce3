/** The day an article first went public, unless an editor has set one. */
import type { CollectionBeforeChangeHook } from 'payload';

export const setPublishedAt: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data._status !== 'published' || data.publishedAt || originalDoc?.publishedAt) return data;
  return { ...data, publishedAt: new Date().toISOString() };
};
