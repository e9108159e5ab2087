import type { Saga, Step } from './saga';

/** A saga none of whose steps is done or taken back before it may. */
export function fenced(saga: Saga<object, object>, mayGoOn: () => Promise<void>): Saga<object, object> {
  const behind =
    <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      await mayGoOn();
      return act(...args);
    };
  const guarded = ({ run, undo, ...step }: Step): Step => ({
    ...step,
    run: behind(run),
    ...(undo && { undo: behind(undo) }),
  });
  return { ...saga, steps: saga.steps.map(guarded) };
}
