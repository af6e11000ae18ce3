// The entries that would be made, changed or ended.
import type { PlannedRow, RowAction } from '../../../availability-desk/answers.js';
import { BeforeAfter } from './WordsChanged.js';

const actionWords: Record<RowAction, string> = {
  create: 'New',
  change: 'Changed',
  end: 'Ended',
  unchanged: 'Unchanged',
};

/** Where there is no entry. */
const nothing = '';

interface ReviewRowsProps {
  nameOfState: (usps: string) => string;
  rows: readonly PlannedRow[];
}

function Row({ nameOfState, row }: { nameOfState: (usps: string) => string; row: PlannedRow }) {
  const { action, after, before, line, service, state } = row;
  return (
    <li className="review-row">
      <p className="review-row__what">
        <strong className={`review-row__action review-row__action--${action}`}>{actionWords[action]}</strong>{' '}
        {`${nameOfState(state)}: ${service.name}`}
        {line !== undefined && <span className="review-row__line">{` (line ${line})`}</span>}
      </p>
      <BeforeAfter after={after?.words ?? nothing} before={before?.words ?? nothing} />
    </li>
  );
}

const keyOfRow = ({ after, before, service, state }: PlannedRow) =>
  [service.id, state, before?.entry.id, after?.entry.effectiveFrom].join(' ');

export function ReviewRows({ nameOfState, rows }: ReviewRowsProps) {
  const changing = rows.filter(({ action }) => action !== 'unchanged');
  const same = rows.length - changing.length;
  return (
    <section>
      <h3>{`Entries (${changing.length})`}</h3>
      <ul className="review-rows">
        {changing.map((row) => (
          <Row key={keyOfRow(row)} nameOfState={nameOfState} row={row} />
        ))}
      </ul>
      {same > 0 && (
        <p>{`${same} ${same === 1 ? 'entry stays' : 'entries stay'} as ${same === 1 ? 'it is' : 'they are'}.`}</p>
      )}
    </section>
  );
}
