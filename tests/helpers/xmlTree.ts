/** Reads XML as a conforming parser does, into a tree. What is not well-formed throws. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** The local name. */
  name: string;
  /** The address of its namespace. */
  namespace: string;
  attributes: Record<string, string>;
  /** All text below, in order. */
  text: string;
  children: XmlElement[];
}

export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', namespace: '', attributes: {}, text: '', children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes, local, uri }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(values),
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [found] = root.children;
  if (!found) throw new Error('There is no element.');
  return found;
}

export const childrenNamed = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name);

export const textsOf = (element: XmlElement, name: string): string[] =>
  childrenNamed(element, name).map(({ text }) => text);
