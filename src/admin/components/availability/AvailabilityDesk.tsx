'use client';
// /admin/availability: the grid, what can be done with it, and the way to publishing.
import { SetStepNav, toast } from '@payloadcms/ui';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { AppliedAnswer, GridAnswer, GridSite } from '../../../availability-desk/answers.js';
import { CellDialog } from './CellDialog.js';
import { type CellValue, usualLicenses } from './cellValue.js';
import { cellOfPath, changesBody } from './changesBody.js';
import { DeskHeader } from './DeskHeader.js';
import type { Proposal } from './desk.js';
import { type Filter, Filters } from './Filters.js';
import { Grid } from './Grid.js';
import { type GridKeys, setStatus } from './gridHandlers.js';
import { type CellName, keyOf, nameAt, nameOfKey, selectedCells, valueAt } from './gridState.js';
import { KeysHelp } from './KeysHelp.js';
import { PendingBar } from './PendingBar.js';
import { ReviewDialog } from './ReviewDialog.js';
import { StatusBar } from './StatusBar.js';
import { shownStates } from './shownStates.js';
import { servicesOf, useDesk } from './useDesk.js';
import { leaveQuestion, useLeaveGuard } from './useLeaveGuard.js';
import { momentWords } from './zonedTime.js';

interface DeskProps {
  adminRoute: string;
  api: string;
  /** Slug that the address of the page names. */
  firstSite: string | null;
}

type Desk = ReturnType<typeof useDesk>;

interface ReadyProps extends Pick<DeskProps, 'adminRoute' | 'api'> {
  answer: GridAnswer;
  desk: Desk;
  site: GridSite;
}

/** What is said aloud and under the grid; problems stay until the next word. */
interface Said {
  words: string;
  isProblem: boolean;
}

const silence: Said = { words: '', isProblem: false };

/** The names that people know, for what the program calls otherwise. */
function namesIn(answer: GridAnswer) {
  const ofState = (usps: string) => answer.states.find((state) => state.usps === usps)?.name ?? usps;
  const serviceOf = (id: string) => answer.services.find((service) => service.id === id)?.name ?? id;
  const ofService = (slug: string) => answer.services.find((each) => each.slug === slug)?.name ?? slug;
  const ofCell = ({ service, state }: CellName) => `${ofState(state)}, ${serviceOf(service)}`;
  return { ofState, ofService, ofCell };
}

function useDeskParts({ answer, desk, site }: ReadyProps) {
  const { dispatch, grid } = desk;
  const [filter, setFilter] = useState<Filter>({ text: '', onlyKept: false });
  const [said, setSaid] = useState<Said>(silence);
  const [opened, setOpened] = useState<CellName | null>(null);
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [isReady, setReady] = useState(true);
  const reviewId = useId();
  const isSecondTap = useRef(false);
  const services = useMemo(() => servicesOf(answer, site.slug), [answer, site.slug]);
  const { columns, pending, published } = grid;
  const states = useMemo(
    () => shownStates(answer.states, filter, { columns, pending, published }),
    [answer.states, filter, columns, pending, published],
  );
  const rows = states.map(({ usps }) => usps).join(' ');
  useEffect(() => dispatch({ type: 'show', rows: rows.split(' ').filter(Boolean) }), [dispatch, rows]);
  const names = namesIn(answer);
  const keys: GridKeys = {
    ...{ dispatch, grid, isSecondTap, nameOf: names.ofCell, openCell: setOpened },
    usual: (state) => usualLicenses(answer.licenses, state),
    say: (words, isProblem = false) => setSaid({ words, isProblem }),
    leave: () => {
      const button = document.getElementById(reviewId);
      const next = button instanceof HTMLButtonElement && !button.disabled ? button : null;
      (next ?? document.querySelector<HTMLElement>('.availability-keys summary'))?.focus();
    },
  };
  return {
    ...{ filter, isReady, keys, names, opened, proposal, reviewId, said, services, states },
    ...{ setFilter, setOpened, setProposal, setReady },
  };
}

type Parts = ReturnType<typeof useDeskParts>;

function Dialogs({ parts, ...props }: ReadyProps & { parts: Parts }) {
  const { adminRoute, answer, api, desk, site } = props;
  const { names, opened, proposal, setOpened, setProposal } = parts;
  const service = answer.services.find(({ id }) => id === opened?.service);
  const state = answer.states.find(({ usps }) => usps === opened?.state);
  const onDone = (value: CellValue) => {
    if (opened) desk.dispatch({ type: 'set', cells: [{ ...opened, value }] });
    setOpened(null);
  };
  const onPublished = ({ message }: AppliedAnswer) => {
    setProposal(null);
    toast.success(message);
    desk.reload(Boolean(proposal && 'csv' in proposal));
  };
  const ofCell = (path: string) => {
    const key = proposal && 'cells' in proposal ? cellOfPath(path, proposal.cells) : null;
    return key && names.ofCell(nameOfKey(key));
  };
  return (
    <>
      {opened && service && state && (
        <CellDialog
          {...{ adminRoute, api, onDone, service, state }}
          cell={answer.cells.find((cell) => keyOf(cell) === keyOf(opened))}
          licenses={answer.licenses}
          onClose={() => setOpened(null)}
          timeZone={site.timeZone}
          value={valueAt(desk.grid, opened)}
        />
      )}
      {proposal && (
        <ReviewDialog
          {...{ api, proposal }}
          names={{ ...names, ofCell }}
          onClose={() => setProposal(null)}
          onDone={onPublished}
          onStale={() => desk.reload(true)}
          timeZone={site.timeZone}
        />
      )}
    </>
  );
}

function ReadyDesk(props: ReadyProps) {
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
        onRedo={() => dispatch({ type: 'redo' })}
        onSet={(status) => setStatus(keys, status)}
        onUndo={() => dispatch({ type: 'undo' })}
        selection={selected.length === 1 && first ? names.ofCell(first) : `${selected.length} cells`}
      />
      {services.length === 0 ? (
        <p>This site has no service yet.</p>
      ) : (
        <Grid {...{ answer, helpId, keys, services, states }} timeZone={site.timeZone} />
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
      <Dialogs {...props} parts={parts} />
    </>
  );
}

export function AvailabilityDesk({ adminRoute, api, firstSite }: DeskProps) {
  const desk = useDesk(api, firstSite);
  const { answer, problem } = desk;
  const site = answer?.sites.find(({ slug }) => slug === desk.site);
  return (
    <>
      <SetStepNav nav={[{ label: 'Availability' }]} />
      {problem && (
        <p className="availability-problem" role="alert">
          {problem}
        </p>
      )}
      {!answer && !problem && <p>Loading …</p>}
      {answer && !site && <p>There is no site whose availability you may keep.</p>}
      {answer && site && <ReadyDesk {...{ adminRoute, answer, api, desk, site }} key={site.slug} />}
    </>
  );
}
