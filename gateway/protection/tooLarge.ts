import { AgoraError } from '../../platform/kernel/errors';
import type { Limit, Limits } from './limits';

const SUBJECTS: Record<Limit, [subject: string, unit: string]> = {
  body: ['The body of the request', 'bytes'],
  characters: ['The document', 'characters'],
  tokens: ['The document', 'tokens'],
  nesting: ['The document', 'brackets in one another'],
  directives: ['The document', 'directives'],
  operations: ['The document', 'operations'],
  fragments: ['The document', 'fragments'],
  depth: ['The operation', 'levels deep'],
  aliases: ['The operation', 'aliases'],
  rootFields: ['The operation', 'root fields'],
  fields: ['The operation', 'fields'],
  introspection: ['The operation', 'questions for the schema'],
  values: ['The request', 'values in its variables'],
  variableDepth: ['The request', 'levels in its variables'],
};

/** What is refused with when something is larger than it may be. */
export function tooLarge(limit: Limit, limits: Limits): AgoraError {
  const [subject, unit] = SUBJECTS[limit];
  return new AgoraError('LIMIT_EXCEEDED', `${subject} has more than ${limits[limit]} ${unit}.`, { limit });
}
