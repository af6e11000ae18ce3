/** Borders as steps from point to point, and how they become SVG path data. */

/** “3-4 5” instead of “3 -4 5”: what keeps path data short. */
function joined(numbers: readonly number[]): string {
  return numbers.reduce<string>((text, n) => text + (text === '' || n < 0 ? '' : ' ') + n, '');
}

/** A border in the direction in which it is drawn. */
export interface Arc {
  start: string;
  end: string;
  /** Steps after the first point, as path data. */
  steps: string;
}

export function forwards(numbers: readonly number[]): Arc {
  const [x = 0, y = 0, ...steps] = numbers;
  const sum = (from: number) => steps.reduce((all, step, i) => (i % 2 === from ? all + step : all), 0);
  return { start: joined([x, y]), end: joined([x + sum(0), y + sum(1)]), steps: joined(steps) };
}

export function backwards(numbers: readonly number[]): Arc {
  const { start, end } = forwards(numbers);
  const steps: number[] = [];
  for (let i = numbers.length - 2; i >= 2; i -= 2) steps.push(-(numbers[i] ?? 0), -(numbers[i + 1] ?? 0));
  return { start: end, end: start, steps: joined(steps.map((step) => step + 0)) };
}

/** The arcs as closed lines: each goes on with an arc that begins where the last one ended. */
export function closedPaths(arcs: readonly Arc[]): string {
  const waiting = new Map<string, Arc[]>();
  for (const arc of arcs) waiting.set(arc.start, [...(waiting.get(arc.start) ?? []), arc]);
  let path = '';
  for (const [start, list] of waiting)
    for (let arc = list.pop(); arc; arc = list.pop()) {
      path += `M${start}l`;
      for (
        let next: Arc | undefined = arc;
        next;
        next = next.end === start ? undefined : waiting.get(next.end)?.pop()
      )
        path += path.endsWith('l') || next.steps.startsWith('-') ? next.steps : ` ${next.steps}`;
      path += 'z';
    }
  return path;
}

/** What a line adds to the area that it is part of the border of; negative when it is drawn backwards. */
export function signedArea([x0 = 0, y0 = 0, ...steps]: readonly number[]): number {
  let [sum, x, y] = [0, x0, y0];
  for (let i = 0; i < steps.length; i += 2) {
    const [dx = 0, dy = 0] = [steps[i], steps[i + 1]];
    sum += (x * dy - y * dx) / 2;
    x += dx;
    y += dy;
  }
  return sum;
}
