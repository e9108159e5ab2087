import { Refusal, TakenBack, unavailable } from '../kernel/errors';
import type { Outcome } from './runSteps';
import type { Saga } from './saga';

function failure({ steps }: Pick<Saga<object, object>, 'steps'>, failed: string): Error {
  const at = steps.findIndex(({ name }) => name === failed);
  if (steps[at]?.untilKnown || steps.slice(0, at).some(({ final }) => final))
    return unavailable('It is done in part, and could not be ended just now.');
  return new TakenBack();
}

/** What a saga's end says to whoever has asked for it. @throws Refusal; TakenBack when it failed and nothing of it stays */
export function answerOf(saga: Pick<Saga<object, object>, 'steps'>, outcome: Outcome): object {
  if ('refused' in outcome) throw new Refusal(outcome.refused);
  if ('failed' in outcome) throw failure(saga, outcome.failed);
  return outcome.ok;
}
