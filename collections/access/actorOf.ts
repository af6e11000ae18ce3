/** Who does something, as records name them. */
import { signedIn } from './actors.js';

export interface Actor {
  kind: 'person' | 'client' | 'system';
  id: string | null;
  /** The e-mail address of a person, the name of an API client. */
  label: string;
}

/** The person or client of a request; without one it is the product itself. */
export function actorOf(req: { user?: unknown }): Actor {
  const user = signedIn(req) as (Record<string, unknown> & { id: string; collection: string }) | null;
  if (!user) return { kind: 'system', id: null, label: 'System' };
  const isPerson = user.collection === 'users';
  const label = isPerson ? (user.email ?? user.name) : user.name;
  return { kind: isPerson ? 'person' : 'client', id: user.id, label: String(label ?? user.id) };
}
