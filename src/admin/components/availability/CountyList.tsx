'use client';
// The counties of one state with a box to tick each, a search, and “all found”. One stop for Tab; arrows move inside.
import { Button } from '@payloadcms/ui';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { County } from '../../../availability/places.js';
import { changedList, findCounties } from './countySearch.js';

interface CountyListProps {
  counties: readonly County[];
  /** Says what a tick means: “Counties that are left out”. */
  label: string;
  /** The codes that are ticked; those of other states are left alone. */
  list: readonly string[];
  isDisabled?: boolean;
  onChange: (list: string[]) => void;
}

/** How far a key leads in a list of boxes that stand in lines of `columns`; undefined for other keys. */
function stepOf(key: string, columns: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  const far: Record<string, number> = { PageDown: 8 * columns, PageUp: -8 * columns, Home: -1e6, End: 1e6 };
  return { ...steps, ...far }[key];
}

/** Moves the focus among the boxes of the list that the event comes from. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  const top = (box: Element | undefined) => box?.getBoundingClientRect().top;
  const step = stepOf(event.key, boxes.filter((box) => top(box) === top(boxes[0])).length);
  if (step === undefined) return;
  const at = boxes.indexOf(document.activeElement as HTMLInputElement) + step;
  boxes[Math.max(0, Math.min(at, boxes.length - 1))]?.focus();
  event.preventDefault();
}

export function CountyList({ counties, isDisabled = false, label, list, onChange }: CountyListProps) {
  const [text, setText] = useState('');
  const [focused, setFocused] = useState<string | null>(null);
  const labelId = useId();
  const box = useRef<HTMLUListElement>(null);
  const found = useMemo(() => findCounties(counties, text), [counties, text]);
  const ticked = useMemo(() => new Set(list), [list]);
  const codes = found.map(({ fips }) => fips);
  const first = codes.includes(focused ?? '') ? focused : codes[0];
  const tick = (fips: readonly string[], isListed: boolean) => onChange(changedList(list, fips, isListed));
  const counted = `${found.length} of ${counties.length} found`;
  return (
    <div className="county-list">
      <p className="county-list__label" id={labelId}>
        {label}
      </p>
      <div className="county-list__search">
        <input
          aria-label="Search counties by name or FIPS code"
          autoComplete="off"
          className="availability-input"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              box.current?.querySelector<HTMLInputElement>('input[tabindex="0"]')?.focus();
              event.preventDefault();
            }
            if (event.key === 'Enter') event.preventDefault(); // no form is to be sent
          }}
          placeholder="Search by name or FIPS code"
          type="search"
          value={text}
        />
        <Button
          buttonStyle="secondary"
          disabled={isDisabled || found.every(({ fips }) => ticked.has(fips))}
          margin={false}
          onClick={() => tick(codes, true)}
          size="small"
          type="button"
        >
          Select all found
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isDisabled || !found.some(({ fips }) => ticked.has(fips))}
          margin={false}
          onClick={() => tick(codes, false)}
          size="small"
          type="button"
        >
          Clear all found
        </Button>
      </div>
      <p aria-live="polite" className={text ? 'county-list__found' : 'sr-only'}>
        {text ? counted : ''}
      </p>
      <ul aria-labelledby={labelId} className="county-list__counties" onKeyDown={moveFocus} ref={box}>
        {found.map(({ fips, name }) => (
          <li key={fips}>
            <label className="county-list__county">
              <input
                checked={ticked.has(fips)}
                disabled={isDisabled}
                onChange={(event) => tick([fips], event.target.checked)}
                onFocus={() => setFocused(fips)}
                tabIndex={fips === first ? 0 : -1}
                type="checkbox"
              />
              <span className="county-list__name">{name}</span>
              <span className="county-list__fips">{fips}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="county-list__none">No county has this name.</p>}
    </div>
  );
}
