// Which forms of its texts a question about a page asks for, so that no other is written.
import { collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type BodyForm, bodyForms } from '../../pages/renderBody.js';

interface Selected {
  type: GraphQLObjectType;
  nodes: FieldNode[];
}

/** The selected fields below, by their names; the same field under several aliases counts as one. */
function below({ nodes, type }: Selected, info: GraphQLResolveInfo): Map<string, Selected> {
  const { fragments, schema, variableValues } = info;
  const { fields } = collectSubFields(schema, fragments, variableValues, type, nodes);
  const found = new Map<string, Selected>();
  for (const group of fields.values()) {
    const name = group[0]?.name.value ?? '';
    const field = getNamedType(type.getFields()[name]?.type);
    const known = found.get(name)?.nodes ?? [];
    if (isObjectType(field)) found.set(name, { type: field, nodes: [...known, ...group] });
    else found.set(name, { type, nodes: [] });
  }
  return found;
}

const formsIn = (names: Iterable<string>): BodyForm[] => {
  const asked = new Set(names);
  return bodyForms.filter((form) => asked.has(form));
};

export interface SelectedForms {
  forms: BodyForm[];
  /** Whether modules are asked for with their text. */
  modules: boolean;
}

/** Of a field that answers a page. */
export function selectedForms(info: GraphQLResolveInfo): SelectedForms {
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const page = below({ type, nodes: [...info.fieldNodes] }, info);
  const body = page.get('body');
  const parts = ['modules', 'parts', 'body'].reduce<Selected | undefined>(
    (at, name) => at && below(at, info).get(name),
    { type, nodes: [...info.fieldNodes] },
  );
  const names = [body, parts].flatMap((each) => (each ? [...below(each, info).keys()] : []));
  return { forms: formsIn(names), modules: parts !== undefined };
}
