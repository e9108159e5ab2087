import type { ExecutionResult } from 'graphql';

/** An event, written once for everybody. */
export type LiveEvent = {
  /** The result as JSON. */
  readonly text: string;
  /** Whether it makes those before it needless. */
  readonly isState: boolean;
  /** The event in a form that clients share, such as one of a protocol; made when it is first asked for. */
  written<Form>(form: (text: string) => Form): Form;
};

export function eventOf(result: ExecutionResult, isState: boolean): LiveEvent {
  const text = JSON.stringify(result);
  const forms = new Map<unknown, unknown>();
  return {
    text,
    isState,
    written<Form>(form: (text: string) => Form) {
      if (!forms.has(form)) forms.set(form, form(text));
      return forms.get(form) as Form;
    },
  };
}
