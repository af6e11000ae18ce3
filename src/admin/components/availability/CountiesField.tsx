'use client';
// The counties of an entry in its form: chosen by name, kept as FIPS codes.
import {
  FieldDescription,
  FieldError,
  FieldLabel,
  useConfig,
  useField,
  useFormFields,
  withCondition,
} from '@payloadcms/ui';
import type { TextFieldClientComponent } from 'payload';
import { useCallback } from 'react';
import { ChosenCounties } from './ChosenCounties.js';
import { CountyList } from './CountyList.js';
import { coveredCount } from './countySearch.js';
import { useCounties } from './useCounties.js';

interface PickerProps {
  api: string;
  isDisabled: boolean;
  list: readonly string[];
  mode: 'only' | 'except';
  onChange: (list: string[]) => void;
  state: string;
}

function Picker({ api, isDisabled, list, mode, onChange, state }: PickerProps) {
  const { counties, problem } = useCounties(api, state);
  if (problem) return <p role="alert">{problem}</p>;
  if (!counties) return <p>Loading the counties …</p>;
  const own = list.filter((code) => counties.some(({ fips }) => fips === code));
  const covered = coveredCount(mode, own.length, counties.length);
  return (
    <>
      <ChosenCounties {...{ counties, isDisabled, list, onChange }} />
      {counties.length === 0 ? (
        <p>This state has no counties in the census table: choose “All counties”.</p>
      ) : (
        <CountyList
          counties={counties}
          isDisabled={isDisabled}
          label={mode === 'only' ? 'Tick the counties where it holds' : 'Tick the counties that are left out'}
          list={list}
          onChange={onChange}
        />
      )}
      <p aria-live="polite" className="county-choice__count">
        {`${covered} of ${counties.length} counties`}
      </p>
    </>
  );
}

const CountiesFieldComponent: TextFieldClientComponent = ({
  field,
  path: pathFromProps,
  readOnly,
  validate,
}) => {
  const { config } = useConfig();
  const checked = useCallback(
    (value: unknown, options: object) =>
      validate?.(value as never, { ...options, required: false } as never) ?? true,
    [validate],
  );
  const { customComponents, disabled, path, setValue, showError, value } = useField<string[]>({
    potentiallyStalePath: pathFromProps,
    validate: checked as never,
  });
  const modePath = path.replace(/list$/, 'mode');
  const state = useFormFields(([fields]) => fields.state?.value as string | undefined);
  const mode = useFormFields(([fields]) => fields[modePath]?.value as string | undefined);
  const description = field.admin?.description;
  const { Description, Error: OwnError, Label } = customComponents ?? {};
  return (
    <div
      className={`field-type counties-field${showError ? ' error' : ''}`}
      id={`field-${path.replaceAll('.', '__')}`}
    >
      {Label ?? <FieldLabel label={field.label} path={path} />}
      <div className="counties-field__error">
        {OwnError ?? <FieldError path={path} showError={showError} />}
      </div>
      {state ? (
        <Picker
          api={config.routes.api}
          isDisabled={Boolean(readOnly || disabled)}
          list={Array.isArray(value) ? value : []}
          mode={mode === 'only' ? 'only' : 'except'}
          onChange={setValue}
          state={state}
        />
      ) : (
        <p>Choose a state first: then its counties are listed here.</p>
      )}
      {Description ?? (description && <FieldDescription description={description as string} path={path} />)}
    </div>
  );
};

export const CountiesField = withCondition(CountiesFieldComponent as never);
