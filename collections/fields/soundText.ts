/** Rich text must be rich text: Payload stores any JSON in such a field, a plain sentence or a made-up node included. */
import type { Field, RichTextField } from 'payload';
import { richText as validateByEditor } from 'payload/shared';

interface Node {
  type: string;
  children?: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function isSound(node: unknown): boolean {
  if (!isNode(node)) return false;
  return node.children === undefined || (Array.isArray(node.children) && node.children.every(isSound));
}

/** Says what is wrong with the form of a rich text, or null. */
export function textProblem(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const root = typeof value === 'object' ? (value as { root?: unknown }).root : undefined;
  const isText = isNode(root) && root.type === 'root' && Array.isArray(root.children) && isSound(root);
  return isText
    ? null
    : 'This is not the rich text of the editor: { root: { type: "root", children: [...] } }.';
}

const withCheck = (field: RichTextField): RichTextField => ({
  ...field,
  validate: (value, options) => textProblem(value) ?? validateByEditor(value, options),
});

/** The fields with every rich text among them checked, in rows and tabs too. */
export function withSoundTexts(fields: Field[]): Field[] {
  return fields.map((field) => {
    if (field.type === 'richText') return withCheck(field);
    if (field.type === 'tabs') {
      return {
        ...field,
        tabs: field.tabs.map((tab) => ({ ...tab, fields: withSoundTexts(tab.fields) })),
      } as Field;
    }
    return 'fields' in field ? ({ ...field, fields: withSoundTexts(field.fields) } as Field) : field;
  });
}
