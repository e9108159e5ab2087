import type { Case } from '../harness/case';
import * as abstractTypes from './abstractTypes';
import * as aliases from './aliases';
import * as combined from './combined';
import * as composeDirective from './composeDirective';
import * as conditions from './conditions';
import * as context from './context';
import * as entityCalls from './entityCalls';
import * as enumsAndInputs from './enumsAndInputs';
import * as errors from './errors';
import * as exotic from './exotic';
import * as external from './external';
import * as fragments from './fragments';
import * as implementedElsewhere from './implementedElsewhere';
import * as interfaceObject from './interfaceObject';
import * as interfaceObjectAlone from './interfaceObjectAlone';
import * as interfaceObjectRooms from './interfaceObjectRooms';
import * as interfaceObjectShared from './interfaceObjectShared';
import * as keyChains from './keyChains';
import * as keys from './keys';
import * as lists from './lists';
import * as mutations from './mutations';
import * as override from './override';
import * as overrideProgressive from './overrideProgressive';
import * as partialInterfaces from './partialInterfaces';
import * as partialUnions from './partialUnions';
import * as provides from './provides';
import * as providesOnly from './providesOnly';
import * as requires from './requires';
import * as requiresArguments from './requiresArguments';
import * as requiresChain from './requiresChain';
import * as requiresChains from './requiresChains';
import * as requiresEntities from './requiresEntities';
import * as requiresFragments from './requiresFragments';
import * as requiresPages from './requiresPages';
import * as shareable from './shareable';
import * as silence from './silence';
import * as subscriptions from './subscriptions';
import * as unions from './unions';
import * as variables from './variables';
import * as visibility from './visibility';

/** Every small supergraph, by directive. */
export const cases: readonly Case[] = [
  abstractTypes,
  aliases,
  combined,
  composeDirective,
  conditions,
  context,
  entityCalls,
  enumsAndInputs,
  errors,
  exotic,
  external,
  fragments,
  implementedElsewhere,
  interfaceObject,
  interfaceObjectAlone,
  interfaceObjectRooms,
  interfaceObjectShared,
  keyChains,
  keys,
  lists,
  mutations,
  override,
  overrideProgressive,
  partialInterfaces,
  partialUnions,
  provides,
  providesOnly,
  requires,
  requiresArguments,
  requiresChain,
  requiresChains,
  requiresEntities,
  requiresFragments,
  requiresPages,
  shareable,
  silence,
  subscriptions,
  unions,
  variables,
  visibility,
].flatMap((each) => Object.values<Case>(each));
