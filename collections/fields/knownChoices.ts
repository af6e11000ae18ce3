/** A choice is one of those offered, in drafts as well: MongoDB refuses others by itself, without words, and SQLite keeps them. */
import {
  type Field,
  type FieldHook,
  type Option,
  type RadioField,
  type SelectField,
  ValidationError,
} from 'payload';

type ChoiceField = RadioField | SelectField;

const isOffered = (options: readonly Option[], value: unknown): boolean =>
  options.some((option) => (typeof option === 'string' ? option : option.value) === value);

const refuseUnknown: FieldHook = ({ collection, field, path, req, value }) => {
  const { options } = field as ChoiceField;
  const chosen = [value ?? []].flat();
  const unknown = chosen.find((each) => !isOffered(options, each));
  if (unknown === undefined) return value;
  const message = `There is no “${String(unknown)}” among the choices.`;
  const errors = [{ message, path: path.join('.') }];
  throw new ValidationError({ collection: collection?.slug, errors, req }, req.t);
};

const withRefusal = (field: ChoiceField): Field => ({
  ...field,
  hooks: { ...field.hooks, beforeValidate: [...(field.hooks?.beforeValidate ?? []), refuseUnknown] },
});

/** The fields with every choice among them checked whenever it is written; in rows, tabs, groups and lists too. */
export function withKnownChoices(fields: Field[]): Field[] {
  return fields.map((field) => {
    if (field.type === 'select' || field.type === 'radio') return withRefusal(field);
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({ ...tab, fields: withKnownChoices(tab.fields) }));
      return { ...field, tabs } as Field;
    }
    return 'fields' in field ? ({ ...field, fields: withKnownChoices(field.fields) } as Field) : field;
  });
}
