'use client';
// Which states are shown.

export interface Filter {
  text: string;
  onlyKept: boolean;
}

interface FiltersProps {
  filter: Filter;
  onChange: (filter: Filter) => void;
  shown: number;
  total: number;
}

export function Filters({ filter, onChange, shown, total }: FiltersProps) {
  return (
    <div className="availability-filters">
      <input
        aria-label="Find states by name"
        autoComplete="off"
        className="availability-input"
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        placeholder="Find states"
        type="search"
        value={filter.text}
      />
      <label>
        <input
          checked={filter.onlyKept}
          onChange={(event) => onChange({ ...filter, onlyKept: event.target.checked })}
          type="checkbox"
        />
        Only states with entries
      </label>
      <span aria-live="polite" className="availability-filters__count">
        {`${shown} of ${total} states`}
      </span>
    </div>
  );
}
