/** Where a slash may hide from us that the server behind the address sees. */
const HIDDEN_SLASH = /%2f|%5c/i;

/**
 * Reads where routers may be called, from a setting: `http://router:4000/callback, https://edge.example/callback` allows these
 * paths and what lies below them. Without any, no room calls anybody.
 * @throws Error with a sentence that names the address
 */
export function readRouters(setting: string): readonly URL[] {
  const addresses = setting.split(',').flatMap((each) => each.trim() || []);
  return addresses.map((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash)
      throw new Error(`"${address}" is no address of a router: write it as http://router:4000/callback.`);
    return url;
  });
}

function isBelow({ pathname }: URL, base: URL): boolean {
  const path = base.pathname.replace(/\/+$/, '');
  return pathname === path || pathname.startsWith(`${path}/`);
}

/** Whether a URL that came with a request may be called: else whoever can ask a room could make it call anything near it. */
export const isRouter = (url: URL, routers: readonly URL[]): boolean =>
  !url.username &&
  !url.password &&
  !HIDDEN_SLASH.test(url.pathname) &&
  routers.some((router) => url.origin === router.origin && isBelow(url, router));
