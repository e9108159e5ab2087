import { startTestAgora, type TestAgora } from '../../story/agora';
import { measure, type Cost } from '../../story/meter';
import type { Person } from '../../story/people';
import { startStory, type Shop } from '../../story/shop';
import { CEILINGS } from '../ceilings';
import { THEMES, type Theme } from './themes';

type Counts = Pick<Cost, 'statements' | 'events' | 'fetches'>;
const COUNTED = ['statements', 'events', 'fetches'] as const;

/** A shop of its own in which a theme of the contract is played. What an operation costs is held to its ceiling at once. */
export function openTheme(theme: Theme) {
  let agora: TestAgora;
  let shop: Shop;
  beforeAll(async () => {
    agora = await startTestAgora();
    shop = await startStory(agora);
  });
  afterAll(() => agora.stop());

  const sent = new Set<string>();
  function hold(name: string, { statements, events, fetches }: Counts): void {
    sent.add(name);
    const most = CEILINGS.get(name);
    if (!most) throw new Error(`${name} has no ceiling.`);
    const cost = { statements, events, fetches };
    const over = COUNTED.filter((what) => cost[what] > most[what]);
    expect({ name, over: over.map((what) => `${cost[what]} ${what}, ${most[what]} allowed`) }).toEqual({
      name,
      over: [],
    });
  }

  /** Sends an operation of the contract. */
  async function ask(who: Person, name: string, variables: Record<string, unknown> = {}) {
    const { result, cost } = await measure(agora, () => who.ask(name, variables));
    hold(name, cost);
    return result;
  }

  return {
    /** What there is from `beforeAll` on. */
    opened: () => ({ agora, shop }),
    hold,
    ask,
    /** The payload of a mutation of the contract. */
    act: async (who: Person, name: string, variables: Record<string, unknown> = {}) =>
      (await ask(who, name, variables))[name.charAt(0).toLowerCase() + name.slice(1)],
    /** What holds once all of it has been played: to be called last. */
    close() {
      it('has sent every operation of its theme', () => {
        expect([...sent].toSorted()).toEqual(THEMES[theme].toSorted());
      });
      it('leaves every invariant as it must be', async () => {
        expect(await agora.violations()).toEqual([]);
      });
    },
  };
}
