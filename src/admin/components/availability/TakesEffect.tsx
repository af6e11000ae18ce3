'use client';
// From when the changes hold: at once, or from a moment in the time zone of the site. The grid shows what holds then.
import { useId, useState } from 'react';
import { instantOfLocal } from './zonedTime.js';

interface TakesEffectProps {
  /** Null is now. Not ready while a moment is wanted that is not given, or does not exist. */
  onChange: (at: string | null, isReady: boolean) => void;
  timeZone: string;
}

const zoneName = (zone: string) => zone.replaceAll('_', ' ');

export function TakesEffect({ onChange, timeZone }: TakesEffectProps) {
  const [isLater, setLater] = useState(false);
  const [local, setLocal] = useState('');
  const name = useId();
  const meant = local ? instantOfLocal(local, timeZone) : null;
  const said = meant && ('problem' in meant ? meant.problem : meant.note);
  const change = (later: boolean, text: string) => {
    setLater(later);
    setLocal(text);
    const asked = later && text ? instantOfLocal(text, timeZone) : null;
    onChange(asked && 'at' in asked ? asked.at : null, !later || Boolean(asked && 'at' in asked));
  };
  return (
    <fieldset className="takes-effect">
      <legend>Takes effect</legend>
      <div className="availability-choices">
        <label>
          <input checked={!isLater} name={name} onChange={() => change(false, local)} type="radio" />
          When published
        </label>
        <label>
          <input checked={isLater} name={name} onChange={() => change(true, local)} type="radio" />
          From a moment on
        </label>
        {isLater && (
          <label className="takes-effect__moment">
            <span>{`Date and time in ${zoneName(timeZone)}`}</span>
            <input
              aria-describedby={said ? `${name}said` : undefined}
              aria-invalid={Boolean(meant && 'problem' in meant)}
              className="availability-input"
              onChange={(event) => change(true, event.target.value)}
              type="datetime-local"
              value={local}
            />
          </label>
        )}
      </div>
      {isLater && said && (
        <p id={`${name}said`} role="alert">
          {said}
        </p>
      )}
      {isLater && !local && <p>Until a moment is given, changes cannot be reviewed.</p>}
    </fieldset>
  );
}
