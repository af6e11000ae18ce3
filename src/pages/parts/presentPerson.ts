/** An author or reviewer as pages carry them. Pure. */
import { idOf } from '../../../collections/blocks/fieldValues.js';
import type { Person } from '../../payload-types.js';
import type { ById } from '../documents.js';
import { presentMedia } from './presentMedia.js';

/** A person with photo, certifications and profiles elsewhere. */
export function presentPerson(person: Person, media: ById<'media'>) {
  return {
    id: person.id,
    slug: person.slug,
    name: person.name,
    honorific: person.honorific ?? null,
    credentials: person.credentials ?? null,
    jobTitle: person.jobTitle ?? null,
    bio: person.bio ?? null,
    photo: presentMedia(media.get(idOf(person.photo) ?? '')),
    boardCertifications: (person.boardCertifications ?? []).map(({ board, name }) => ({ name, board })),
    links: (person.links ?? []).map(({ url }) => url),
  };
}
