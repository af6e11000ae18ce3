/** Why a command failed, in one message for people. */
import { SettingsError } from '../config.js';
import { AppError } from '../errors.js';
import { reasonOf } from '../startMessages.js';
import { CommandError, UsageError } from './command.js';

const meantForPeople = [CommandError, UsageError, AppError, SettingsError];

/** Not `instanceof`: loading Payload for that would take longer than most commands. */
const isPublicPayloadError = (error: unknown) =>
  error instanceof Error && (error as { isPublic?: boolean }).isPublic === true;

/** True when the message was written for people: nothing is wrong with the program. */
export function isExpected(error: unknown): boolean {
  return meantForPeople.some((kind) => error instanceof kind) || isPublicPayloadError(error);
}

/** The message, never a stack. */
export function describeFailure(error: unknown): string {
  return isExpected(error) ? (error as Error).message : reasonOf(error);
}
