/** What the house says against a write, as problems of what was asked for. */

interface FieldError {
  message?: unknown;
  path?: unknown;
}

interface Thrown {
  data?: { errors?: FieldError[] } | null;
  message?: string;
  status?: number;
}

/** The words of an error that is the fault of what was asked; null for one that is ours, or that is about rights. */
export function refusalsIn(error: unknown): { path: string; message: string }[] | null {
  const { data, message = '', status = 500 } = error as Thrown;
  if (status >= 500 || status === 401 || status === 403) return null;
  const fields = (data?.errors ?? []).map((each) => ({
    message: String(each.message ?? message),
    path: String(each.path ?? ''),
  }));
  return fields.length > 0 ? fields : [{ message, path: '' }];
}
