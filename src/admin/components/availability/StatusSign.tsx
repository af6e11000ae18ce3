// A sign of its own for each thing a cell may say, so that nobody depends on colours.
import type { Shows } from '../../../availability-desk/answers.js';

const round = <circle cx="8" cy="8" fill="none" r="6.5" strokeWidth="1.5" />;

const signs: Record<Shows, React.ReactNode> = {
  available: (
    <>
      <circle className="availability-sign__ground" cx="8" cy="8" r="7.25" />
      <path
        className="availability-sign__on-ground"
        d="M4.5 8.3l2.4 2.4 4.6-5"
        fill="none"
        strokeWidth="1.8"
      />
    </>
  ),
  waitlist: (
    <>
      {round}
      <path d="M8 4.2V8l2.6 1.7" fill="none" strokeWidth="1.5" />
    </>
  ),
  'coming-soon': (
    <>
      <circle cx="8" cy="8" fill="none" r="6.5" strokeDasharray="2.2 2.2" strokeWidth="1.5" />
      <path d="M4.6 8h6M8.2 5.4L10.8 8l-2.6 2.6" fill="none" strokeWidth="1.5" />
    </>
  ),
  paused: (
    <>
      {round}
      <path d="M6.2 5.4v5.2M9.8 5.4v5.2" fill="none" strokeWidth="1.8" />
    </>
  ),
  unavailable: (
    <>
      {round}
      <path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8" fill="none" strokeWidth="1.5" />
    </>
  ),
  'no-license': (
    <>
      <path d="M8 1.8l6.6 12H1.4z" fill="none" strokeLinejoin="round" strokeWidth="1.5" />
      <path d="M8 6v4M8 11.4v1" fill="none" strokeWidth="1.6" />
    </>
  ),
  none: <path d="M5 8h6" fill="none" strokeWidth="1.5" />,
};

/** For the eye only: the words stand beside it. */
export function StatusSign({ shows }: { shows: Shows }) {
  return (
    <svg
      aria-hidden="true"
      className={`availability-sign availability-sign--${shows}`}
      height="16"
      viewBox="0 0 16 16"
      width="16"
    >
      {signs[shows]}
    </svg>
  );
}
