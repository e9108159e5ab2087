import { refusal } from '../../../platform/kernel/errors';

const refuse = refusal<'INVALID_INPUT'>();

/** A value of the input that cannot be taken. */
export const invalid = (message: string, ...field: string[]) => refuse('INVALID_INPUT', message, field);
