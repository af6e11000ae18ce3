/** Reads what is asked of a file. What is not in the table is a 400 that says what is. Pure. */
import { invalidParameter } from '../errors.js';
import { oneOf, refuseUnknown } from '../parameters.js';
import {
  type Fit,
  fileParameters,
  fits,
  heightsFor,
  qualities,
  type VariantFormat,
  variantFormats,
  variantWidths,
} from './imageTable.js';

/** A variant as it was asked for; sizes in pixels. */
export interface AskedVariant {
  width: number;
  /** Null: as high as the picture is wide. */
  height: number | null;
  fit: Fit;
  format: VariantFormat;
  /** Null for formats that lose nothing. */
  quality: number | null;
}

export interface FileQuery {
  /** Null for the file as it is stored. */
  variant: AskedVariant | null;
  /** The content that the caller takes the file to have. */
  contentHash: string | null;
}

const formatNames = Object.keys(variantFormats) as VariantFormat[];
const widest = Math.max(...variantWidths);

const numberIn = (parameter: string, value: string, allowed: readonly number[]) =>
  Number(oneOf(parameter, value, allowed.map(String)));

function heightOf(search: URLSearchParams, width: number): number | null {
  const value = search.get('h');
  if (value === null) return null;
  if (!search.has('w')) throw invalidParameter('h', 'h goes with w.');
  const allowed = heightsFor(width);
  if (allowed.map(String).includes(value)) return Number(value);
  throw invalidParameter('h', `With w=${width}, h is one of ${allowed.join(', ')}.`);
}

function fitOf(search: URLSearchParams): Fit {
  const value = search.get('fit');
  if (value !== null && !search.has('h')) throw invalidParameter('fit', 'fit goes with w and h.');
  return oneOf('fit', value ?? 'cover', fits);
}

function qualityOf(search: URLSearchParams, format: VariantFormat): number | null {
  const value = search.get('q');
  const { quality } = variantFormats[format];
  if (value === null) return quality;
  if (quality === null)
    throw invalidParameter('q', `${format} has no quality: nothing of the picture is lost.`);
  return numberIn('q', value, qualities);
}

function variantOf(search: URLSearchParams): AskedVariant | null {
  if (!['w', 'h', 'fit', 'format', 'q'].some((name) => search.has(name))) return null;
  const value = search.get('w');
  const width = value === null ? widest : numberIn('w', value, variantWidths);
  const format = oneOf('format', search.get('format') ?? 'webp', formatNames);
  const height = heightOf(search, width);
  return { width, height, fit: fitOf(search), format, quality: qualityOf(search, format) };
}

function contentHashOf(search: URLSearchParams): string | null {
  const value = search.get('v');
  if (value === null || /^[\w-]{1,64}$/.test(value)) return value;
  throw invalidParameter('v', 'v is the contentHash of the file, as pages name it.');
}

/** Throws a 400 that names the parameter. */
export function parseFileQuery(search: URLSearchParams): FileQuery {
  refuseUnknown(search, Object.keys(fileParameters));
  return { variant: variantOf(search), contentHash: contentHashOf(search) };
}
