/**
 * How the questions of one kind are spelled, as plain data: what may stand in the address, and which values say the same. Made
 * next to the parsers that read them, and handed to the front, which keeps one answer for each question however it is spelled.
 */

/** Which values say the same. A wrong value must never come to look like a right one. */
export type Form =
  /** Digits: zeros in front do not count. */
  | { kind: 'number' }
  /** Capital letters and small ones are the same. */
  | { kind: 'capitals' }
  /** Parted by commas; spaces around each do not count. */
  | { kind: 'list' }
  /** The same, where neither order nor repetition counts. */
  | { kind: 'set' }
  /** Only what the first group of this regular expression finds counts. */
  | { kind: 'part'; pattern: string };

export interface Parameter {
  /** Values that say the same as leaving it out, the usual one first. */
  usual?: readonly string[];
  /** Written even then: that it is given says something by itself. */
  always?: true;
  /** The name of the parameter that this is another name of. */
  as?: string;
  form?: Form;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** One way of asking. */
export interface Spelling {
  /** It is of the questions that give one of these, as `name` or `name=value`. Absent: of all that are left. */
  when?: readonly string[];
  parameters: Parameters;
  /** Conditions may be given, as `where[slug][equals]`. */
  where?: true;
  /** The fields that may be named, as in `select[title]=true`. */
  select?: readonly string[];
  /** The media types that an answer may be in, when the caller's Accept decides: the first where it likes none. */
  accept?: readonly string[];
}
