'use client';
// The desk once its answer is there.
import { useId } from 'react';
import { changesBody } from './changesBody.js';
import { DeskDialogs } from './DeskDialogs.js';
import { DeskHeader } from './DeskHeader.js';
import { Filters } from './Filters.js';
import { Grid } from './Grid.js';
import { history, setStatus } from './gridEditing.js';
import { nameAt, selectedCells } from './gridState.js';
import { KeysHelp } from './KeysHelp.js';
import { PendingBar } from './PendingBar.js';
import { StatusBar } from './StatusBar.js';
import { type ReadyProps, useDeskParts } from './useDeskParts.js';
import { leaveQuestion, useLeaveGuard } from './useLeaveGuard.js';
import { momentWords } from './zonedTime.js';

export function ReadyDesk(props: ReadyProps) {
  const { answer, api, desk, site } = props;
  const { dispatch, grid } = desk;
  const parts = useDeskParts(props);
  const { keys, names, reviewId, said, services, setProposal, states } = parts;
  const helpId = useId();
  const count = Object.keys(grid.pending).length;
  useLeaveGuard(count);
  const selected = selectedCells(grid);
  const [first] = selected;
  const focused = nameAt(grid, grid.focus);
  const review = () => {
    const order = { services: grid.columns, states: answer.states.map(({ usps }) => usps) };
    setProposal({ cells: changesBody(grid.pending, desk.at, order) });
  };
  const changeSite = (slug: string) => {
    if (count === 0 || window.confirm(leaveQuestion(count))) desk.setSite(slug);
  };
  return (
    <>
      <DeskHeader
        {...{ api, site }}
        onFile={setProposal}
        onMoment={(at, isReady) => {
          parts.setReady(isReady);
          desk.setAt(at);
        }}
        onSite={changeSite}
        sites={desk.sites ?? []}
      />
      <Filters
        filter={parts.filter}
        onChange={parts.setFilter}
        shown={states.length}
        total={answer.states.length}
      />
      {desk.at && (
        <p className="availability-when">{`As it will be ${momentWords(desk.at, site.timeZone)}.`}</p>
      )}
      <StatusBar
        canRedo={grid.future.length > 0}
        canUndo={grid.past.length > 0}
        onEdit={() => focused && keys.openCell(focused)}
        onRedo={() => history(keys, 'redo')}
        onSet={(status) => setStatus(keys, status)}
        onUndo={() => history(keys, 'undo')}
        selection={selected.length === 1 && first ? names.ofCell(first) : `${selected.length} cells`}
      />
      {services.length === 0 ? (
        <p>This site has no service yet.</p>
      ) : (
        <Grid {...{ answer, helpId, keys, services, states }} isBusy={desk.isBusy} timeZone={site.timeZone} />
      )}
      <p aria-live="polite" className={said.isProblem ? 'availability-problem' : 'sr-only'}>
        {said.words}
      </p>
      <PendingBar
        count={count}
        id={reviewId}
        isReady={parts.isReady}
        onDiscard={() => dispatch({ type: 'discard' })}
        onReview={review}
      />
      <KeysHelp id={helpId} />
      <DeskDialogs {...props} parts={parts} />
    </>
  );
}
