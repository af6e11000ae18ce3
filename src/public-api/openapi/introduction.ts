/** What the document says before its first operation. */

const description = `A headless content and education API for health publishers.

**Lists find, pages show.** Lists (\`/api/articles\` …) find content and say where it is shown (\`href\`). A page (\`/api/pages/…\`) is one complete answer: body, disclaimers, calls to action, availability, references. Whoever gets medical text gets the disclaimers that belong to it: show them where they say.

**No credentials are needed** to read what is published. Nothing else is there for strangers: drafts and the past are 401, what is not published is 404. A parameter that is not described here is a 400 that names it.

**Keep answers as their headers say.** Every answer with an \`ETag\` can be asked for again with \`If-None-Match\`. Show nothing past \`nextChangeAt\`, nor for longer than \`refreshWithin\`, without asking again. Nothing that you get is older than the last write that was answered; \`Server-Timing\` and \`Age\` tell what came from memory.

\`HEAD\` works wherever \`GET\` does. Every answer has an \`X-Request-Id\`. Errors have one shape and a closed list of codes.

Signed-in people and API keys reach Payload’s own REST and GraphQL APIs at the same addresses, with their rights: see \`docs/editing.md\`.`;

export const introduction = {
  title: 'Forthright',
  version: '0.1.0',
  summary: 'Education content, with the disclaimers it must carry.',
  description,
};

export const tags = [
  { name: 'Pages', description: 'Whole pages, in the format you like.' },
  { name: 'Sites', description: 'A site’s texts, manifest, sitemap and feeds.' },
  { name: 'Content', description: 'Lists and documents of every public collection.' },
  { name: 'Availability', description: 'Where is a service offered?' },
  { name: 'GraphQL', description: 'The same content, in one question.' },
  { name: 'Media', description: 'Images in the sizes you need.' },
  { name: 'Signing in', description: 'For editors and for previews; reading needs none of it.' },
  { name: 'Server', description: 'Is it up, and what does it answer?' },
];
