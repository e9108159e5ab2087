import { print } from 'graphql';
import { SignInDocument } from '../../client/__generated__/operations';
import { PASSWORD } from '../../scripts/seed/make/people';
import { client, mustBeWhole } from '../measure/load';
import type { Material } from './material';
import type { Buyer } from './mix';

const AT_ONCE = 8;
const query = print(SignInDocument);

/** Signs buyers in, before anything is measured. @throws Error when one cannot */
export async function signIn(url: string, people: Material['buyers']): Promise<Buyer[]> {
  const { send, close } = client(url, AT_ONCE);
  const buyers: Buyer[] = [];
  const left = [...people];
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const variables = { input: { email: next.email, password: PASSWORD } };
      const answer = mustBeWhole(await send({ query, variables }));
      const token = /"accessToken":"([^"]+)"/.exec(answer)?.[1];
      if (!token) throw new Error(`${next.email} could not sign in: ${answer}`);
      buyers.push({ token, orders: next.orders });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await close();
  return buyers;
}
