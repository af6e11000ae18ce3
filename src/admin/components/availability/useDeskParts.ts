'use client';
// What the desk knows beside the grid: the filter, the open dialog, what was said last, what things are called.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GridAnswer, GridSite } from '../../../availability-desk/answers.js';
import { usualLicenses } from './cellValue.js';
import type { Proposal } from './desk.js';
import type { Filter } from './Filters.js';
import type { GridKeys } from './gridEditing.js';
import type { CellName } from './gridState.js';
import { shownStates } from './shownStates.js';
import { servicesOf, type useDesk } from './useDesk.js';

export interface ReadyProps {
  adminRoute: string;
  answer: GridAnswer;
  api: string;
  desk: ReturnType<typeof useDesk>;
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
  const ofSite = (slug: string) => answer.sites.find((site) => site.slug === slug)?.name ?? slug;
  const ofCell = ({ service, state }: CellName) => `${ofState(state)}, ${serviceOf(service)}`;
  return { ofState, ofService, ofSite, ofCell };
}

export function useDeskParts({ answer, desk, site }: ReadyProps) {
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

export type DeskParts = ReturnType<typeof useDeskParts>;
