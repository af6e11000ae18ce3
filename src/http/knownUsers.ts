// Who asks is found out once a request. Payload would find it out again: two more queries, a signature, a session.
import type { Payload, TypedUser } from 'payload';

const strategy = 'found-at-the-door';

const users = new WeakMap<object, TypedUser>();

/** Before Payload is given this request of ours: it is from this person or client. Says nothing of strangers. */
export function tellWhoAsks(payload: Payload, request: Request, user: TypedUser | null): void {
  if (user === null) return;
  users.set(request, user);
  if (payload.authStrategies.some(({ name }) => name === strategy)) return;
  payload.authStrategies.unshift({
    name: strategy,
    authenticate: ({ req }) => ({ user: (req && users.get(req)) ?? null }),
  });
}
