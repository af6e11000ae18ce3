'use client';
// The grid's answer for a site and a moment, and what is to be changed in it.
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { GridAnswer, GridSite } from '../../../availability-desk/answers.js';
import { publishedValue } from './cellValue.js';
import { askGrid, type GridQuestion } from './desk.js';
import { emptyGrid, gridReducer, keyOf, type Values } from './gridState.js';

interface Loaded {
  answer: GridAnswer;
  /** All that may be kept: only the first answer has them, as it is about all of them. */
  sites: readonly GridSite[];
  /** Slug of the site shown. */
  site: string | null;
}

const valuesOf = ({ cells }: GridAnswer): Values =>
  Object.fromEntries(cells.map((cell) => [keyOf(cell), publishedValue(cell)]));

/** The services of one site, in the order of the answer. */
export const servicesOf = ({ services }: GridAnswer, site: string | null) =>
  services.filter((service) => service.site === site);

/** `firstSite` is a slug that the address of the page named; the first of those allowed when it names none of them. */
export function useDesk(api: string, firstSite: string | null) {
  const [question, setQuestion] = useState<GridQuestion>({ site: null, at: null });
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [grid, dispatch] = useReducer(gridReducer, emptyGrid);
  const shown = useRef<string | null>(null);

  const load = useCallback(
    async (signal: AbortSignal, keep: boolean) => {
      setBusy(true);
      const answer = await askGrid(api, question, signal);
      setBusy(false);
      if (!('body' in answer)) return setProblem(answer.problems[0]?.message ?? 'No answer.');
      const { body } = answer;
      const wanted = question.site ?? firstSite;
      const site = body.sites.find(({ slug }) => slug === wanted)?.slug ?? body.sites[0]?.slug ?? null;
      const columns = servicesOf(body, site).map(({ id }) => id);
      setProblem(null);
      setLoaded((before) => ({ answer: body, site, sites: before?.sites ?? body.sites }));
      dispatch({ type: 'load', columns, published: valuesOf(body), keep: keep && shown.current === site });
      shown.current = site;
    },
    [api, firstSite, question],
  );
  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal, true).catch(() => undefined); // another question took its place
    return () => controller.abort();
  }, [load]);

  return {
    ...loaded,
    at: question.at,
    dispatch,
    grid,
    isBusy,
    problem,
    /** The same question again; `keep` what is still to be changed. */
    reload: (keep: boolean) => load(new AbortController().signal, keep),
    setAt: (at: string | null) => setQuestion((before) => ({ ...before, at })),
    /** From now on again, as its time zone may be another. */
    setSite: (site: string) => setQuestion({ site, at: null }),
  };
}
