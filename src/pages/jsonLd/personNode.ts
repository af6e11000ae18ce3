/** An author or reviewer as schema.org has them. Pure. */
import type { EducationalOccupationalCredential, Person } from 'schema-dts';
import type { presentPerson } from '../parts/presentPerson.js';
import { imageNode } from './imageNode.js';

export type PresentedPerson = ReturnType<typeof presentPerson>;

function certification({
  board,
  name,
}: PresentedPerson['boardCertifications'][number]): EducationalOccupationalCredential {
  return {
    '@type': 'EducationalOccupationalCredential',
    name,
    credentialCategory: 'board certification',
    recognizedBy: { '@type': 'Organization', name: board },
  };
}

/** `id` is the address by which other nodes name the person. */
export function personNode(person: PresentedPerson, id: string): Person {
  const [url] = person.links;
  return {
    '@type': 'Person',
    '@id': id,
    name: person.name,
    honorificPrefix: person.honorific ?? undefined,
    honorificSuffix: person.credentials ?? undefined,
    jobTitle: person.jobTitle ?? undefined,
    description: person.bio ?? undefined,
    image: imageNode(person.photo),
    url,
    sameAs: person.links,
    hasCredential: person.boardCertifications.map(certification),
  };
}
