// What the keys do in the grid. Its first sentence describes the grid to screen readers.

const keys: [string, string][] = [
  ['Arrows, Tab, Home, End', 'move; with Shift they select; with Ctrl they go to the edge'],
  ['A, W, C, P, U', 'set Available, Waitlist, Coming soon, Paused, Unavailable'],
  ['Delete', 'ends the entry: no entry any more'],
  ['Enter, F2, double click, second tap', 'open the cell: status, counties, licenses'],
  ['Ctrl+C, Ctrl+X, Ctrl+V', 'copy, cut, paste, also from and to a spreadsheet'],
  ['Ctrl+Z, Ctrl+Y', 'undo, redo'],
  ['Escape', 'lets go of the selection, then leaves the grid'],
];

export function KeysHelp({ id }: { id: string }) {
  return (
    <details className="availability-keys">
      <summary>Keys</summary>
      <p className="sr-only" id={id}>
        Arrow keys move, letters set a status, Delete ends, Enter opens a cell, Escape leaves the grid.
      </p>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
