/** The addresses of a file are made from its name when it is read; Payload writes what it has read back with the next save. */
import type { CollectionBeforeChangeHook } from 'payload';

/** Stores none, so that saving an image again does not change it. */
export const leaveOutAddresses: CollectionBeforeChangeHook = ({ data }) => {
  const { thumbnailURL: _thumbnail, url: _url, ...stored } = data;
  return stored;
};
