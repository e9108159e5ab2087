import type { Rooms } from '../../../platform/subgraph/transport';

type Gate = { readonly passed: Promise<void>; readonly open: () => void };

function gate(): Gate {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

/** Rooms of which some answer only when the test lets them. */
export function gated(rooms: Rooms, slow: readonly string[]) {
  const gates = new Map(slow.map((name) => [name, gate()]));
  const reached = new Map(slow.map((name) => [name, gate()]));
  return {
    rooms: (name: string) => ({
      ...rooms(name),
      execute: async (request: Parameters<ReturnType<Rooms>['execute']>[0]) => {
        reached.get(name)?.open();
        await gates.get(name)?.passed;
        return rooms(name).execute(request);
      },
    }),
    /** Lets a slow room answer. */
    open: (name: string) => gates.get(name)?.open(),
    /** Ends when a slow room has been asked. */
    reached: (name: string) => reached.get(name)?.passed,
  };
}
