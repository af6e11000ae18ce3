'use client';
// The tables of the schedule. They show what the API answers, so nobody sees more here than there.
import { Button, SetStepNav, toast } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

interface Entry {
  id: string;
  collection: string;
  documentId: string;
  title: string;
  action: 'publish' | 'unpublish';
  localTime: string;
  timeZone: string;
  locale: string;
  tries: number;
  scheduledBy: { label: string };
  error: string | null;
}

interface Routes {
  adminRoute: string;
  apiRoute: string;
}

const sections = [
  {
    state: 'due',
    heading: 'Due',
    none: 'Nothing is due. Open a document and choose “Schedule Publish” beside its Publish button.',
  },
  { state: 'failed', heading: 'Failed', none: 'Nothing has failed.' },
  { state: 'done', heading: 'Done', none: 'Nothing has been done in the last 90 days.' },
] as const;

const actions = { publish: 'Publish', unpublish: 'Take down' };

/** As its answer says it, or in our words when there is no answer. */
async function messageOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as { errors?: { message: string }[] } | null;
  return body?.errors?.[0]?.message ?? 'The server did not answer as expected.';
}

function useEntries(apiRoute: string, state: string) {
  const [entries, setEntries] = useState<Entry[] | null>(null);
  const [total, setTotal] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async () => {
    const answer = await fetch(`${apiRoute}/schedule?state=${state}&limit=100`, {
      credentials: 'same-origin',
    });
    if (!answer.ok) return setProblem(await messageOf(answer));
    const list = (await answer.json()) as { docs: Entry[]; totalDocs: number };
    setProblem(null);
    setEntries(list.docs);
    setTotal(list.totalDocs);
  }, [apiRoute, state]);
  useEffect(() => {
    load().catch(() => setProblem('The schedule could not be read. Is the server running?'));
  }, [load]);
  return { entries, load, problem, total };
}

function Row({
  adminRoute,
  apiRoute,
  entry,
  reload,
  state,
}: Routes & { entry: Entry; reload: () => Promise<void>; state: string }) {
  const [isBusy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    const answer = await fetch(`${apiRoute}/schedule/${entry.id}`, {
      method: 'DELETE',
      credentials: 'same-origin',
    });
    if (answer.ok) toast.success(`Cancelled: ${entry.title}`);
    else toast.error(await messageOf(answer));
    setBusy(false);
    await reload();
  };
  return (
    <tr>
      <td>
        <span className="schedule-view__time">{entry.localTime.replace('T', ' ').replace(/\.\d+$/, '')}</span>
        <span className="schedule-view__zone">{entry.timeZone}</span>
      </td>
      <td>{actions[entry.action]}</td>
      <td>
        <a href={`${adminRoute}/collections/${entry.collection}/${entry.documentId}`}>{entry.title}</a>
        <span className="schedule-view__zone">{entry.collection}</span>
      </td>
      <td>{entry.locale === 'all' ? 'All' : entry.locale}</td>
      <td>{entry.scheduledBy.label}</td>
      <td className="schedule-view__last">
        {state === 'failed' && entry.error}
        {state === 'due' && (
          <Button
            aria-label={`Cancel: ${entry.title}`}
            buttonStyle="secondary"
            className="schedule-view__cancel"
            disabled={isBusy}
            margin={false}
            onClick={cancel}
            size="small"
          >
            Cancel
          </Button>
        )}
      </td>
    </tr>
  );
}

function Section({ adminRoute, apiRoute, heading, none, state }: Routes & (typeof sections)[number]) {
  const { entries, load, problem, total } = useEntries(apiRoute, state);
  const last = { due: '', failed: 'Why', done: '' }[state];
  return (
    <section id={`schedule-${state}`}>
      <h2>{heading}</h2>
      {problem && <p role="alert">{problem}</p>}
      {!problem && entries?.length === 0 && <p>{none}</p>}
      {entries && entries.length > 0 && (
        <div className="table">
          <table>
            <thead>
              <tr>
                {['Time', 'What', 'Document', 'Language', 'Scheduled by', last].map((name) => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row {...{ adminRoute, apiRoute, entry, state }} key={entry.id} reload={load} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {entries && total > entries.length && (
        <p>{`… and ${total - entries.length} more: GET ${apiRoute}/schedule.`}</p>
      )}
    </section>
  );
}

export function ScheduleTables(routes: Routes) {
  return (
    <>
      <SetStepNav nav={[{ label: 'Schedule' }]} />
      {sections.map((section) => (
        <Section {...routes} {...section} key={section.state} />
      ))}
    </>
  );
}
