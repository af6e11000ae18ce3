// Reads an SVG as a strict XML parser does: what is not well-formed throws.
import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  /** Its own text and that of what it contains. */
  text: string;
}

export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.write(xml).close();
  const [top] = root.children;
  if (!top) throw new Error('The document has no element.');
  return top;
}

/** The element and all that it contains, in the order of the document. */
export const allOf = (element: Element): Element[] => [element, ...element.children.flatMap(allOf)];

export const classesOf = ({ attributes }: Element): string[] => (attributes.class ?? '').split(' ');

/** The first with this name and class in it. */
export function find(element: Element, name: string, className?: string): Element | undefined {
  return allOf(element).find(
    (found) => found.name === name && (className === undefined || classesOf(found).includes(className)),
  );
}

/** Twice the area inside path data made of M, l and z; and whether every part of it ends where it began. */
export function measure(path: string): { doubleArea: number; isClosed: boolean } {
  let [doubleArea, isClosed] = [0, true];
  for (const part of path.split('M').slice(1)) {
    const [x0 = 0, y0 = 0, ...steps] = (part.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [x0, y0];
    for (let i = 0; i < steps.length; i += 2) {
      const [dx = 0, dy = 0] = steps.slice(i, i + 2);
      doubleArea += x * dy - y * dx;
      [x, y] = [x + dx, y + dy];
    }
    isClosed &&= x === x0 && y === y0 && part.endsWith('z');
  }
  return { doubleArea, isClosed };
}
