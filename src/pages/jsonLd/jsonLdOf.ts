/** Structured data of a page for search engines, in the words of schema.org. Made of nothing but the answer and its body. Pure. */
import type { FAQPage, Graph, Person, Thing } from 'schema-dts';
import type { PageData } from '../composePage.js';
import type { Composing } from '../composing.js';
import { articleNode } from './articleNode.js';
import { instructionsOf, questionsOf } from './foundInBody.js';
import { howToNode } from './howToNode.js';
import { type NodeIds, nodeIds } from './nodeIds.js';
import { pageNode } from './pageNode.js';
import { personNode } from './personNode.js';
import { questionNode } from './questionNodes.js';
import { breadcrumbNode, publisherNode, websiteNode } from './siteNodes.js';
import { tidyNode } from './tidyNode.js';

/** Authors and reviewer, each once. */
function peopleNodes({ page }: PageData, ids: NodeIds): Person[] {
  const people = [...page.authors, ...(page.reviewedBy ? [page.reviewedBy] : [])];
  const unique = new Map(people.map((person) => [person.slug, person]));
  return [...unique.values()].map((person) => personNode(person, ids.person(person.slug)));
}

/** FAQs inside of an article. */
function questionsNode({ body, context }: Composing, ids: NodeIds): FAQPage[] {
  const questions = questionsOf(body, context);
  if (questions.length === 0) return [];
  return [
    {
      '@type': 'FAQPage',
      '@id': ids.questions,
      isPartOf: { '@id': ids.page },
      mainEntity: questions.map(questionNode),
    },
  ];
}

/**
 * One graph: the page first, then what belongs to it. Its texts hold no markup, so that it may be written into a script
 * element as it is (`tidyNode`).
 */
export function jsonLdOf(composing: Composing, data: PageData): Graph {
  const { body, context } = composing;
  const ids = nodeIds(data);
  const nodes: Thing[] = [
    pageNode(composing, data, ids),
    ...(data.page.kind === 'article' ? [articleNode(data, ids)] : []),
    breadcrumbNode(data, ids),
    ...peopleNodes(data, ids),
    ...instructionsOf(body, context).map((each) => howToNode(each, data.page.title)),
    ...questionsNode(composing, ids),
    websiteNode(data, ids),
    publisherNode(data, ids),
  ];
  return tidyNode({ '@context': 'https://schema.org', '@graph': nodes });
}
