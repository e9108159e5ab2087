import { DAY, HOUR } from '../../../platform/kernel/clock';
import { codeFrom, type SeedCode, type SeedCoupon, type SeedUserCoupon } from '../../../subgraphs/marketing/data/seed';
import type { NewId } from '../ids';
import type { Random } from '../random';
import type { Person } from './people';

const isRunning = ({ startsAt, endsAt }: SeedCoupon, at: Date) => startsAt <= at && (!endsAt || endsAt > at);

const earliest = (...dates: (Date | null)[]): Date | null =>
  dates.reduce((first, date) => (date && (!first || date < first) ? date : first), null);

/** What users hold of coupons: never more than their total and their limit allow. */
export type Wallets = {
  held: SeedUserCoupon[];
  /** The coupons that a person could have got and used at a time. */
  usable(person: Person, at: Date): SeedCoupon[];
  claim(coupon: SeedCoupon, person: Person, at: Date): SeedUserCoupon | null;
};

export function openWallets(coupons: readonly SeedCoupon[], codes: readonly SeedCode[], newId: NewId): Wallets {
  const held: SeedUserCoupon[] = [];
  const counts = new Map<string, number>();
  const count = (key: string) => counts.get(key) ?? 0;
  const ofUser = (coupon: SeedCoupon, person: Person) => `${coupon.id}/${person.id}`;
  const unused = [...codes];

  function isLeft(coupon: SeedCoupon, person: Person): boolean {
    if (coupon.issue === 'EXCHANGE_CODE' && unused.length === 0) return false;
    return count(ofUser(coupon, person)) < coupon.perUserLimit && count(coupon.id) < coupon.total;
  }

  return {
    held,
    usable: (person, at) =>
      coupons.filter((coupon) => coupon.issue !== 'AUTO' && isRunning(coupon, at) && isLeft(coupon, person)),
    claim(coupon, person, at) {
      if (!isRunning(coupon, at) || !isLeft(coupon, person)) return null;
      if (coupon.issue === 'EXCHANGE_CODE') Object.assign(unused.pop() ?? {}, { usedBy: person.id, usedAt: at });
      const ends = coupon.validDays == null ? null : new Date(at.getTime() + coupon.validDays * DAY);
      const actor = coupon.issue === 'AUTO' ? 'service:marketing' : person.id;
      const id = newId('ucp', at);
      const code = codeFrom(newId('ucp', at));
      const expiresAt = earliest(ends, coupon.endsAt ?? null);
      const got = { id, couponId: coupon.id, userId: person.id, code, claimedAt: at, expiresAt, actor, happened: [] };
      held.push(got);
      for (const key of [coupon.id, ofUser(coupon, person)]) counts.set(key, count(key) + 1);
      return got;
    },
  };
}

/** Those who joined since it runs have the automatic one; others have claimed one and keep it. */
export function fillWallets(
  random: Random,
  { held, usable, claim }: Wallets,
  coupons: readonly SeedCoupon[],
  people: readonly Person[],
  now: Date,
): void {
  for (const person of people) {
    for (const coupon of coupons) if (coupon.issue === 'AUTO') claim(coupon, person, person.createdAt);
    const at = new Date(now.getTime() - random.int(2, 20 * 24) * HOUR);
    const [wanted] = random.sample(usable(person, at), 1);
    if (wanted && person.createdAt < at && random.chance(0.2)) claim(wanted, person, at);
  }
  for (const coupon of held) {
    const isOver = coupon.expiresAt && coupon.expiresAt <= now;
    const isUnused = coupon.happened.length === 0 || coupon.happened.at(-1)?.event === 'giveBack';
    if (isOver && isUnused)
      coupon.happened.push({
        event: 'expire',
        at: coupon.expiresAt as Date,
        actor: 'service:marketing',
        reason: 'its time has passed',
      });
  }
}
