import type { Run, Step } from '../run';

/** Those of one request who have come so far. */
export type Party = { missing: number; readonly done: Promise<void>; readonly begin: (work: Promise<void>) => void };

function newParty(size: number): Party {
  let begin: Party['begin'] = () => {};
  const done = new Promise<void>((resolve) => (begin = resolve));
  return { missing: size, done, begin };
}

/** A step that stands in several places of a plan, and is done once all of them have been come to. */
export function meeting(size: number, step: Step): Step {
  return (run: Run) => {
    const party = run.parties.get(step) ?? newParty(size);
    run.parties.set(step, party);
    if (--party.missing === 0) party.begin(step(run));
    return party.done;
  };
}
