import type { Logger } from 'pino';
import type { Snapshot } from '../snapshot';
import { StartError } from '../startErrors';
import { newAnswered, type Answered } from './answered';
import type { LastGood } from './lastGood';
import type { Edition, SupergraphSource } from './source';
import { isKnown, newestOf, refusalAfter, type Newest } from './succession';

/** An edition that can be served. */
export type Live = { readonly snapshot: Snapshot; readonly edition: Edition; readonly answered: Answered };

/** @throws what a supergraph is refused with */
export type Take = (sdl: string, answered: Answered) => Promise<Snapshot>;

export type BeginningOptions = {
  readonly source: SupergraphSource;
  readonly take: Take;
  readonly lastGood?: LastGood;
  readonly log: Logger;
};

export const reasonOf = (error: unknown): string => (error as Error | undefined)?.message ?? String(error);
export const nameOf = ({ delivery }: Edition) => ({ version: delivery?.version, release: delivery?.release });

/** @throws what the edition is refused with */
export async function liveFrom(edition: Edition, take: Take): Promise<Live> {
  const answered = newAnswered();
  return { edition, answered, snapshot: await take(edition.sdl, answered) };
}

function unusable({ kind, name }: SupergraphSource, error: unknown): StartError {
  if (error instanceof StartError) return error;
  const which = `${kind === 'file' ? 'in' : 'of'} ${name}`;
  return new StartError(`The supergraph ${which} cannot be served: ${reasonOf(error)}`, { cause: error });
}

/** What is served first: what the source says, or else the last good one. @throws StartError when there is neither */
export async function beginning({ source, take, lastGood, log }: BeginningOptions) {
  const kept = await lastGood?.read();
  const newest: Newest | undefined = kept ? newestOf(kept) : undefined;
  try {
    const edition = await source.read();
    if (kept?.refused !== undefined && isKnown(edition, newest))
      throw new Error(`release ${kept.refused} made too many answers fail, and none has come since`);
    const refusal = isKnown(edition, newest) ? null : refusalAfter(edition, newest);
    if (refusal !== null) throw new Error(refusal);
    const live = await liveFrom(edition, take);
    await lastGood?.keep({ edition });
    return { live, newest: newestOf({ edition }) };
  } catch (error) {
    if (!kept) throw unusable(source, error);
    const which = { reason: reasonOf(error), ...nameOf(kept.edition) };
    log.error(which, `the supergraph of ${source.name} cannot be served; the last good one is instead`);
    return { live: await liveFrom(kept.edition, take), newest };
  }
}
