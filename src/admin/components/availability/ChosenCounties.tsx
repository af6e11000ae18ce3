'use client';
// The counties chosen, each with a way to take it out again; codes of elsewhere are named as wrong.
import type { County } from '../../../availability/places.js';

interface ChosenCountiesProps {
  counties: readonly County[];
  isDisabled?: boolean;
  list: readonly string[];
  onChange: (list: string[]) => void;
}

/** More than these are counted, not named: the boxes below say which. */
const named = 12;

export function ChosenCounties({ counties, isDisabled = false, list, onChange }: ChosenCountiesProps) {
  const nameOf = (code: string) => counties.find(({ fips }) => fips === code)?.name;
  const wrongFirst = [...list].sort(
    (one, other) => Number(Boolean(nameOf(one))) - Number(Boolean(nameOf(other))),
  );
  const wrong = list.filter((code) => !nameOf(code)).length;
  const shown = wrongFirst.slice(0, Math.max(named, wrong));
  if (list.length === 0) return null;
  return (
    <ul aria-label="Chosen counties" className="chosen-counties">
      {shown.map((code) => (
        <li className={nameOf(code) ? '' : 'chosen-counties__wrong'} key={code}>
          {nameOf(code) ?? `${code} is no county of this state`}
          {!isDisabled && (
            <button
              aria-label={`Remove ${nameOf(code) ?? code}`}
              onClick={() => onChange(list.filter((other) => other !== code))}
              type="button"
            >
              ×
            </button>
          )}
        </li>
      ))}
      {list.length > shown.length && (
        <li className="chosen-counties__more">{`and ${list.length - shown.length} more`}</li>
      )}
    </ul>
  );
}
