import type { FetchNode } from '@apollo/query-planner';
import { parse, print, stripIgnoredCharacters, type DocumentNode, type ExecutionResult } from 'graphql';
import type { Rooms } from '../../../../platform/subgraph/transport';
import { compileContext, contextVariables, type ReadContext } from './context';
import { rootErrors } from '../errors/errors';
import type { HandedOn } from '../planning/handedOn';
import { declaredIn, type Restore } from './lostMembers';
import { merge } from './merge';
import type { Names } from '../planning/names';
import { collect, type Path } from '../places';
import { compileKey, compileRequires, type KeyOf, type Reader } from './representations';
import { withArguments, type RequiredArguments } from '../planning/requiredArguments';
import { compileRewrites, type Rewrite } from './rewrites';
import { isTree, type Run, type Tree } from '../run';
import type { Types } from '../types';

/** What the nodes of a plan are compiled with. */
export type Ground = {
  readonly rooms: Rooms;
  readonly types: Types;
  readonly names: Names;
  readonly directives: HandedOn;
  /** Undefined where the planner loses nothing. */
  readonly restore: Restore | undefined;
  readonly required: RequiredArguments;
  /** The room that is asked for one that only the planner knows. */
  readonly roomOf: (name: string) => string;
  /** Whether fields depend on the objects around them: then no two places may share what a room answered once. */
  readonly hasContexts: boolean;
};

/** One question to one room, compiled: what is the same for every request. */
export type Fetch = {
  readonly room: string;
  /** Where the objects stand that it fills. */
  readonly paths: readonly Path[];
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Variables of the client that the question uses, as it names them and as the client does. */
  readonly variables: readonly (readonly [name: string, ofClient: string])[];
  readonly represent: Reader | undefined;
  readonly keyOf: KeyOf;
  /** Names of the types that the room has. */
  readonly knownTypes: ReadonlySet<string>;
  /** Whether a variable of the client's leaves out some of what is asked. */
  readonly isConditional: boolean;
  readonly readContext: ReadContext | undefined;
  readonly rewriteInput: Rewrite | undefined;
  readonly rewriteOutput: Rewrite | undefined;
  /** Response names that the room knows under another one. */
  readonly renamed: ReadonlyMap<string, string>;
};

export type Variables = Record<string, unknown>;

export function describeFetch(
  node: FetchNode,
  paths: readonly Path[],
  { types, names, directives, restore, required, roomOf }: Ground,
): Fetch {
  const fromContext = contextVariables(node);
  const asked = parse(node.operation, { noLocation: true });
  const whole = restore ? restore(node.serviceName, paths, asked) : asked;
  const document = withArguments(directives.asked(whole), required);
  const nameOf = (name: string) => required.fields.get(name)?.name.value ?? name;
  const renames = (node.outputRewrites ?? []).filter((each) => each.kind === 'KeyRenamer');
  return {
    room: roomOf(node.serviceName),
    paths,
    // The text stays as it is where it can: rooms know documents by their text.
    query: document === asked ? node.operation : stripIgnoredCharacters(print(document)),
    document,
    operationName: node.operationName,
    variables: (restore ? declaredIn(whole) : (node.variableUsages ?? []))
      .filter((name) => !fromContext.has(name))
      .map((name) => [name, names.variableOfClient(name)] as const),
    represent: node.requires && compileRequires(node.requires, types, nameOf),
    keyOf: compileKey(node.requires ?? [], nameOf),
    knownTypes: types.inRoom(node.serviceName),
    isConditional: /@(skip|include)\b/.test(node.operation),
    readContext: compileContext(node, types),
    rewriteInput: compileRewrites(node.inputRewrites, types),
    rewriteOutput: compileRewrites(node.outputRewrites, types),
    renamed: new Map(renames.map((rename) => [rename.path.at(-1) as string, rename.renameKeyTo])),
  };
}

/** What the client gave for the variables of this fetch. Defaults stand in the operation itself. */
export function variablesOf({ variables: names }: Fetch, given: Run['variables']): Variables {
  const variables: Variables = {};
  for (const [name, ofClient] of names) if (Object.hasOwn(given, ofClient)) variables[name] = given[ofClient];
  return variables;
}

/** @param targets what stays empty when the room does not answer */
export async function ask(fetch: Fetch, { rooms }: Ground, run: Run, variables: Variables, targets: readonly Tree[]) {
  const { room, query, document, operationName } = fetch;
  const { envelope, signal, incremental } = run;
  // Nobody waits for it any more.
  if (signal?.aborted || incremental?.signal.aborted) return undefined;
  try {
    return await rooms(room).execute({ query, document, operationName, variables, envelope, signal });
  } catch (cause) {
    run.failures.push({ fetch, cause, targets, told: false });
    return undefined;
  }
}

export async function fetchRoot(fetch: Fetch, ground: Ground, run: Run): Promise<void> {
  const targets = collect(run.data, fetch.paths);
  if (targets.length === 0) return;
  const answer = await ask(fetch, ground, run, variablesOf(fetch, run.variables), targets);
  if (answer) takeRoot(fetch, ground, run, answer, targets);
}

/** Also takes the event of a subscription, which is answered like a root fetch. */
export function takeRoot(fetch: Fetch, ground: Ground, run: Run, answer: ExecutionResult, targets: readonly Tree[]) {
  if (answer.errors?.length) rootErrors(fetch, ground.names, run, answer, targets);
  if (!isTree(answer.data)) return;
  fetch.rewriteOutput?.(answer.data);
  for (const target of targets) merge(target, answer.data, ground.types);
}
