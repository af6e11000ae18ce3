// What stands in the way, each with the cell or line that it is about.
import type { Problem } from '../../../availability-desk/answers.js';

interface ReviewProblemsProps {
  /** “Florida: At-home program” for `cells.3.counties`; null where it is about no cell. */
  cellOf: (path: string) => string | null;
  problems: readonly Problem[];
}

export function ReviewProblems({ cellOf, problems }: ReviewProblemsProps) {
  if (problems.length === 0) return null;
  const where = ({ line, path }: Problem) => {
    if (line !== undefined) return path ? `Line ${line}, ${path}` : `Line ${line}`;
    return (path && cellOf(path)) ?? null;
  };
  return (
    <section className="review-problems" role="alert">
      <h3>{problems.length === 1 ? 'One problem' : `${problems.length} problems`}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${where(problem)} ${problem.message}`}>
            {where(problem) && <strong>{`${where(problem)}: `}</strong>}
            {problem.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
