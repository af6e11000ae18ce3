import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CellValue, emptyValue } from '../../../../src/admin/components/availability/cellValue.js';
import {
  emptyGrid,
  type GridAction,
  type GridContents,
  gridReducer,
  keyOf,
  nameAt,
  selectedCells,
  valueAt,
} from '../../../../src/admin/components/availability/gridState.js';

const available: CellValue = { status: 'available', counties: { mode: 'all', list: [] }, licenses: ['one'] };
const paused: CellValue = { ...available, status: 'paused' };
const florida = { state: 'FL', service: 'at-home' };
const georgia = { state: 'GA', service: 'at-home' };

const published = { [keyOf(florida)]: available };
const opened = ([] as GridAction[])
  .concat(
    { type: 'load', columns: ['at-home', 'clinic'], published, keep: false },
    { type: 'show', rows: ['FL', 'GA', 'NJ'] },
  )
  .reduce(gridReducer, emptyGrid);

const doing = (...actions: GridAction[]): GridContents => actions.reduce(gridReducer, opened);
const setting = (value: CellValue, ...names: { state: string; service: string }[]): GridAction => ({
  type: 'set',
  cells: names.map((name) => ({ ...name, value })),
});

describe('changes in the grid', () => {
  it('wait until they are published', () => {
    const grid = doing(setting(paused, florida));
    expect(valueAt(grid, florida)).toEqual(paused);
    expect(grid.published).toBe(published);
    expect(Object.keys(grid.pending)).toEqual([keyOf(florida)]);
  });

  it('are none when they lead back to what is published', () => {
    const grid = doing(setting(paused, florida), setting({ ...available, licenses: ['one'] }, florida));
    expect(grid.pending).toEqual({});
  });

  it('are none when they say the same in other words', () => {
    expect(doing(setting({ ...available, counties: { mode: 'all', list: ['12087'] } }, florida))).toBe(
      opened,
    );
    expect(doing(setting({ ...emptyValue, licenses: ['one'] }, georgia))).toBe(opened);
  });

  it('are undone and done again one act at a time', () => {
    const both = doing(setting(paused, florida, georgia), setting(emptyValue, florida));
    const once = gridReducer(both, { type: 'undo' });
    expect(valueAt(once, florida)).toEqual(paused);
    const twice = gridReducer(once, { type: 'undo' });
    expect(twice.pending).toEqual({});
    expect(gridReducer(twice, { type: 'undo' })).toBe(twice);
    const again = [0, 1, 2].reduce((grid) => gridReducer(grid, { type: 'redo' }), twice);
    expect(again.pending).toEqual(both.pending);
  });

  it('can be brought back after they were discarded', () => {
    const grid = doing(setting(paused, florida), { type: 'discard' }, { type: 'undo' });
    expect(valueAt(grid, florida)).toEqual(paused);
  });

  it('outlive a new answer as far as it differs from them', () => {
    const grid = doing(setting(paused, florida, georgia));
    const news = { [keyOf(florida)]: paused };
    const kept = gridReducer(grid, { type: 'load', columns: grid.columns, published: news, keep: true });
    expect(Object.keys(kept.pending)).toEqual([keyOf(georgia)]);
    expect(gridReducer(kept, { type: 'undo' }).pending).toEqual({});
    const fresh = gridReducer(grid, { type: 'load', columns: grid.columns, published: news, keep: false });
    expect(fresh.pending).toEqual({});
  });
});

describe('the focus', () => {
  it('stays inside the grid', () => {
    expect(doing({ type: 'go', to: { row: 99, column: -3 } }).focus).toEqual({ row: 2, column: 0 });
  });

  it('stays on its cell when other states are shown', () => {
    const grid = doing({ type: 'go', to: { row: 2, column: 1 } }, { type: 'show', rows: ['NJ'] });
    expect(nameAt(grid, grid.focus)).toEqual({ state: 'NJ', service: 'clinic' });
  });

  it('stretches the selection and lets go of it', () => {
    const range = doing({ type: 'go', to: { row: 1, column: 1 }, extend: true });
    expect(selectedCells(range).map(keyOf)).toEqual(['FL at-home', 'FL clinic', 'GA at-home', 'GA clinic']);
    expect(selectedCells(gridReducer(range, { type: 'go', to: { row: 1, column: 0 } }))).toEqual([georgia]);
  });
});

const someValue = fc.constantFrom(available, paused, emptyValue, {
  ...paused,
  counties: { mode: 'except' as const, list: ['12087'] },
});
const someCell = fc.record({
  state: fc.constantFrom('FL', 'GA', 'NJ'),
  service: fc.constantFrom('at-home', 'clinic'),
});
const someAction: fc.Arbitrary<GridAction> = fc.oneof(
  fc.array(fc.tuple(someCell, someValue), { maxLength: 3 }).map((cells) => ({
    type: 'set' as const,
    cells: cells.map(([name, value]) => ({ ...name, value })),
  })),
  fc.constant({ type: 'undo' as const }),
  fc.constant({ type: 'redo' as const }),
  fc.constant({ type: 'discard' as const }),
);

describe('whatever is done', () => {
  it('can be undone to the beginning, and what is pending always differs', () => {
    fc.assert(
      fc.property(fc.array(someAction, { maxLength: 12 }), (actions) => {
        const grid = doing(...actions);
        for (const [key, value] of Object.entries(grid.pending))
          expect(value).not.toEqual(grid.published[key] ?? emptyValue);
        const back = grid.past.reduce((each) => gridReducer(each, { type: 'undo' }), grid);
        expect(back.pending).toEqual({});
        const forth = back.future
          .slice(0, grid.past.length)
          .reduce((each) => gridReducer(each, { type: 'redo' }), back);
        expect(forth.pending).toEqual(grid.pending);
      }),
    );
  });
});
