'use client';
// The licenses of a state that something rests on.
import type { GridLicense } from '../../../availability-desk/answers.js';
import { dayWords } from './zonedTime.js';

interface LicenseChoiceProps {
  /** Ids. */
  chosen: readonly string[];
  licenses: readonly GridLicense[];
  onChange: (chosen: string[]) => void;
  stateName: string;
  timeZone: string;
}

function words({ expiresOn, holder, isInForce, kind, number }: GridLicense, timeZone: string): string {
  const force = isInForce ? expiresOn && `expires ${dayWords(expiresOn, timeZone)}` : 'not in force';
  return [number, kind, holder, force].filter(Boolean).join(' · ');
}

export function LicenseChoice({ chosen, licenses, onChange, stateName, timeZone }: LicenseChoiceProps) {
  const change = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="license-choice">
      <legend>Licenses that it rests on</legend>
      {licenses.length === 0 && <p>{`No license of ${stateName} is kept yet. “Available” needs one.`}</p>}
      <div className="availability-choices availability-choices--column">
        {licenses.map((license) => (
          <label key={license.id}>
            <input
              checked={chosen.includes(license.id)}
              onChange={(event) => change(license.id, event.target.checked)}
              type="checkbox"
            />
            {words(license, timeZone)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
