/** Pages of our own in the admin: an address, what stands there, and the way to it in the menu. */
import type { Config } from 'payload';

interface AdminPage {
  /** The name of the view in the configuration; also its path below the admin's own address. */
  name: string;
  /** Component paths, as Payload's import map has them. */
  view: string;
  link: string;
}

/** The `admin` part of the configuration, with the page in it. */
export function withAdminPage({ admin }: Config, { link, name, view }: AdminPage): Config['admin'] {
  return {
    ...admin,
    components: {
      ...admin?.components,
      afterNavLinks: [...(admin?.components?.afterNavLinks ?? []), link],
      views: { ...admin?.components?.views, [name]: { Component: view, path: `/${name}` } },
    },
  };
}
