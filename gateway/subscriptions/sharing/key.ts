import type { RequestContext } from '../../context';
import type { OperationRequest, Subscription } from '../../operations';

/** JSON with names in order, so that equal values are equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** Who asks, as far as it can make a difference to an answer: everything but the request's id. */
export function rightsOf({ envelope, scopes, tellsCost }: RequestContext): string {
  const { requestId: _own, ...shared } = envelope;
  return canonical({ ...shared, scopes: [...(scopes ?? [])].toSorted(), tellsCost });
}

/**
 * What all clients of one upstream have in common. The text as it was given and the text as it may run: what was taken out
 * decides what each event looks like.
 */
export function keyOf(request: OperationRequest, { operation }: Subscription, context: RequestContext): string {
  const { definition, source, variables } = operation;
  const declared = (definition.variableDefinitions ?? []).map((each) => each.variable.name.value);
  const used = Object.fromEntries(declared.map((name) => [name, variables[name]]));
  const taken = source === request.source ? '' : source;
  return [request.source, taken, definition.name?.value, canonical(used), rightsOf(context)].join('\n');
}
