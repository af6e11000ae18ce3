// What is wrong with a parameter, said so that the caller can mend it.
import { AppError } from '../../errors.js';

/** A 400 that names the parameter. */
export function invalid(parameter: string, message: string): AppError {
  return new AppError('invalid_parameter', 400, message, parameter);
}
