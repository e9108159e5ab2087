import type { Case } from '../harness/case';
import * as keyChains from './keyChains';
import * as keys from './keys';
import * as requiresArguments from './requiresArguments';
import * as requires from './requires';

/** Every small supergraph, by directive. */
export const cases: readonly Case[] = [keys, keyChains, requires, requiresArguments].flatMap((each) =>
  Object.values<Case>(each),
);
