'use client';
// The value of a condition: chosen from what there is for its property, or written where any words will do.
import { SelectInput, TextInput, useConfig, useField, useFormFields, withCondition } from '@payloadcms/ui';
import { mergeFieldStyles } from '@payloadcms/ui/shared';
import type { TextFieldClientComponent } from 'payload';
import { useCallback } from 'react';
import { type Choice, type ConditionProperty, comparable } from '../../../compliance/conditionProperties.js';
import { useChoices } from './useChoices.js';

/** With what stands there already, so that it is shown even when it names nothing. */
function optionsWith(choices: readonly Choice[], value: string): Choice[] {
  if (!value || choices.some((each) => each.value === value)) return [...choices];
  return [...choices, { value, label: `${value} (not among them)` }];
}

const shownValue = (choices: readonly Choice[], value: string): string =>
  choices.find((each) => comparable(each.value) === comparable(value))?.value ?? value;

const ConditionValueFieldComponent: TextFieldClientComponent = ({
  field,
  path: pathFromProps,
  readOnly,
  validate,
}) => {
  const { config } = useConfig();
  const all = useChoices(config.routes.api);
  const checked = useCallback(
    (value: unknown, options: object) =>
      validate?.(value as never, { ...options, required: true } as never) ?? true,
    [validate],
  );
  const { disabled, path, setValue, showError, value } = useField<string>({
    potentiallyStalePath: pathFromProps,
    validate: checked as never,
  });
  const propertyPath = path.replace(/value$/, 'property');
  const property = useFormFields(([fields]) => fields[propertyPath]?.value as ConditionProperty | undefined);
  const choices = property ? (all?.[property] ?? null) : null;
  const shared = {
    label: field.label,
    path,
    readOnly: Boolean(readOnly || disabled),
    required: true,
    showError,
    // as wide as the configuration says
    style: mergeFieldStyles(field),
  };
  if (!choices) {
    const description = property === 'phrase' ? 'Whole words, whatever their case.' : undefined;
    return (
      <TextInput
        {...shared}
        description={description}
        onChange={(event: { target: { value: string } }) => setValue(event.target.value)}
        value={value ?? ''}
      />
    );
  }
  const shown = shownValue(choices, value ?? '');
  return (
    <SelectInput
      {...shared}
      isClearable={false}
      name={field.name}
      onChange={(option) => setValue((option as unknown as { value?: string } | null)?.value ?? '')}
      options={optionsWith(choices, shown)}
      value={shown}
    />
  );
};

export const ConditionValueField = withCondition(ConditionValueFieldComponent as never);
