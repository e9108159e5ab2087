import { plain, type Answer } from './answer';
import type { Ask } from './case';

/** Whether there are errors, where the case or the executor does not say at which paths. */
const vaguely = ({ data, errors }: Answer): Answer => ({ data, ...(errors ? { errors: ['somewhere'] } : {}) });

const expected = ({ events, data, errors }: Ask): Answer[] => {
  if (errors === 'some') return (events ?? [data]).map((each) => ({ data: plain(each), errors: ['somewhere'] }));
  if (!events) return [{ data: plain(data), ...(errors ? { errors: errors.toSorted() } : {}) }];
  const [at, ...paths] = errors ?? [];
  return events.map((each, index) => ({ data: plain(each), ...(at === String(index) ? { errors: paths } : {}) }));
};

/** The order of fields is part of the answer. */
const text = (answers: readonly Answer[]) => JSON.stringify(answers);

/** The text of what came, and of what must come. @param paths whether places of errors count */
export const compared = (answers: Answer[], ask: Ask, paths: boolean) =>
  paths && ask.errors !== 'some'
    ? [text(answers), text(expected(ask))]
    : [text(answers.map(vaguely)), text(expected(ask).map(vaguely))];
