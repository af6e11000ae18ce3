/**
 * The vocabulary of schema.org, read from the declarations of schema-dts, which are made from schema.org's own releases:
 * which types there are, which properties each has, and what may stand in them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../src/root.js';

interface Shape {
  parents: string[];
  /** What may stand in each property: names of types, or `string`. */
  properties: Map<string, string[]>;
}

const declarations = readFileSync(
  path.join(repositoryRoot, 'node_modules/schema-dts/dist/schema.d.ts'),
  'utf8',
);

const listOf = (text: string, separator: string) => text.split(separator).map((each) => each.trim());

/** Interfaces by name: a type's own, and those that it extends. */
const shapes = new Map<string, Shape>();
for (const [, name = '', parents = '', inner = ''] of declarations.matchAll(
  /^(?:export )?interface (\w+)(?: extends ([^{]*))? \{\n([\s\S]*?)^\}/gm,
)) {
  const properties = new Map<string, string[]>();
  for (const [, property = '', range = ''] of inner.matchAll(/^ {4}"(\w+)"\?: SchemaValue<([^,]*), "/gm)) {
    properties.set(property, listOf(range, '|'));
  }
  shapes.set(name, { parents: listOf(parents, ',').filter(Boolean), properties });
}

/** What a name stands for: more names, and texts in quotes. */
const unions = new Map<string, string[]>();
for (const [, name = '', members = ''] of declarations.matchAll(/^export type (\w+) = ([^;{]*);$/gm)) {
  unions.set(name, listOf(members, '|'));
}

export const typeCount = [...shapes.keys()].filter((name) => name.endsWith('Leaf')).length;

export function isType(name: string): boolean {
  return shapes.has(`${name}Leaf`);
}

/** What may stand in the property of a type; undefined when the type has no such property. */
export function rangeOf(type: string, property: string): string[] | undefined {
  const look = (name: string): string[] | undefined => {
    const shape = shapes.get(name);
    return shape?.properties.get(property) ?? shape?.parents.map(look).find(Boolean);
  };
  return look(`${type}Leaf`);
}

/** Everything that a range stands for, down to types, texts in quotes, `string`, `number` and `boolean`. */
export function membersOf(range: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const member of unions.get(name) ?? []) add(member);
  };
  for (const name of range) add(name);
  return found;
}
