import type { Case } from '../harness/case';
import * as abstractTypes from './abstractTypes';
import * as external from './external';
import * as interfaceObject from './interfaceObject';
import * as keyChains from './keyChains';
import * as keys from './keys';
import * as override from './override';
import * as provides from './provides';
import * as requires from './requires';
import * as requiresArguments from './requiresArguments';
import * as requiresFragments from './requiresFragments';
import * as shareable from './shareable';

/** Every small supergraph, by directive. */
export const cases: readonly Case[] = [
  abstractTypes,
  external,
  interfaceObject,
  keyChains,
  keys,
  override,
  provides,
  requires,
  requiresArguments,
  requiresFragments,
  shareable,
].flatMap((each) => Object.values<Case>(each));
