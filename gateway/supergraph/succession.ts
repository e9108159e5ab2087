import type { Kept } from './kept';
import type { Edition } from './source';

/** The newest release that was served, whatever became of it. The version is not known of one that disk tells of. */
export type Newest = { readonly release: number; readonly version?: string };

export function newestOf({ edition: { delivery }, refused }: Kept): Newest | undefined {
  if (refused !== undefined) return { release: refused };
  return delivery && { release: delivery.release, version: delivery.version };
}

/** Whether it was served before. A release that was gone back from is not tried once more. */
export const isKnown = ({ delivery }: Edition, newest: Newest | undefined): boolean =>
  delivery !== undefined &&
  delivery.release === newest?.release &&
  (newest.version ?? delivery.version) === delivery.version;

/** Why it may not follow what was served: who answers with an old release keeps a mistake alive that was mended. */
export function refusalAfter({ delivery }: Edition, newest: Newest | undefined): string | null {
  if (!delivery || !newest || delivery.release > newest.release) return null;
  const [is, was] = [`release ${delivery.release}`, `release ${newest.release}`];
  return delivery.release < newest.release
    ? `it is ${is}, and ${was} was served before; a registry that counts anew needs gateways without a last good supergraph on disk`
    : `it is ${is} with version ${delivery.version}, and that release had version ${newest.version} before`;
}
