'use client';
// Where in a state something holds: everywhere, only in these counties, in all but these.
import { useId } from 'react';
import type { CountyMode } from '../../../availability/entry.js';
import type { CountiesData } from '../../../availability-desk/answers.js';
import { ChosenCounties } from './ChosenCounties.js';
import { CountyList } from './CountyList.js';
import { coveredCount } from './countySearch.js';
import { useCounties } from './useCounties.js';

interface CountyChoiceProps {
  api: string;
  counties: CountiesData;
  onChange: (counties: CountiesData) => void;
  state: { usps: string; name: string; counties: number };
}

const modes: { mode: CountyMode; label: string; listLabel: string }[] = [
  { mode: 'all', label: 'All counties', listLabel: '' },
  { mode: 'only', label: 'Only these counties', listLabel: 'Tick the counties where it holds' },
  { mode: 'except', label: 'All counties but these', listLabel: 'Tick the counties that are left out' },
];

function Counties({ api, counties, onChange, state }: CountyChoiceProps) {
  const { counties: known, problem } = useCounties(api, state.usps);
  const listLabel = modes.find(({ mode }) => mode === counties.mode)?.listLabel ?? '';
  if (problem) return <p role="alert">{problem}</p>;
  if (!known) return <p>Loading the counties …</p>;
  const own = counties.list.filter((code) => known.some(({ fips }) => fips === code));
  const covered = coveredCount(counties.mode, own.length, known.length);
  const change = (list: string[]) => onChange({ ...counties, list });
  return (
    <>
      <CountyList counties={known} label={listLabel} list={counties.list} onChange={change} />
      <ChosenCounties counties={known} list={counties.list} onChange={change} />
      <p aria-live="polite" className="county-choice__count">
        {`${covered} of ${known.length} ${known.length === 1 ? 'county' : 'counties'}`}
      </p>
    </>
  );
}

export function CountyChoice(props: CountyChoiceProps) {
  const { counties, onChange, state } = props;
  const name = useId();
  if (state.counties === 0)
    return <p>{`${state.name} has no counties in the census table: it is one place.`}</p>;
  return (
    <fieldset className="county-choice">
      <legend>{`Counties of ${state.name}`}</legend>
      <div className="availability-choices">
        {modes.map(({ label, mode }) => (
          <label key={mode}>
            <input
              checked={counties.mode === mode}
              name={name}
              onChange={() => onChange({ mode, list: counties.list })}
              type="radio"
            />
            {label}
          </label>
        ))}
      </div>
      {counties.mode !== 'all' && <Counties {...props} />}
    </fieldset>
  );
}
