import { printSchema, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import {
  parse,
  visit,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { interfaceObjects, type InterfaceObjects } from './broaden';
import { isResolvable, joinsOf, type Join } from './joins';
import { requiredFields } from './names';
import { withOwnRooms, type OwnRooms } from './ownRooms';
import { withoutArguments, type RequiredArguments } from './requiredArguments';

/** A supergraph as Apollo's planner plans it rightly, and what that changed. */
export type Plannable = {
  readonly supergraph: Supergraph;
  readonly required: RequiredArguments;
  readonly rooms: OwnRooms['rooms'];
  readonly objects: InterfaceObjects;
};

/**
 * Three things the planner gets wrong are put so that it gets them right. It confuses what fields of one room require, so some
 * get a room of their own. It forgets the arguments of what a field requires, so each such field becomes one of its own without
 * arguments. And of a type's keys in a room it takes the first for asking that room, resolvable or not, so those that are
 * resolvable come first. Most supergraphs have none of these and stay as they are.
 */
export function plannable(supergraph: Supergraph): Plannable {
  const document = parse(printSchema(supergraph.schema), { noLocation: true });
  const { document: split, rooms } = withOwnRooms(resolvableFirst(document), requiredFields(supergraph.schema));
  const { document: changed, required } = withoutArguments(split);
  const objects = interfaceObjects(document);
  if (changed === document) return { supergraph, required, rooms, objects };
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  return { supergraph: Supergraph.build(changed, options), required, rooms, objects };
}

const isUnresolvable = (join: Join): boolean => !isResolvable(join);

function resolvableFirst(document: DocumentNode): DocumentNode {
  const sorted = <Type extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(
    type: Type,
  ): Type | undefined => {
    const joins = joinsOf(type, 'type');
    if (!joins.some(isUnresolvable) || joins.every(isUnresolvable)) return undefined;
    const directives = type.directives?.toSorted(
      (one, other) => Number(isUnresolvable(one)) - Number(isUnresolvable(other)),
    );
    return { ...type, directives };
  };
  return visit(document, { ObjectTypeDefinition: sorted, InterfaceTypeDefinition: sorted });
}
