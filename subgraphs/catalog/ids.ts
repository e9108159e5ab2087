import { isId } from '../../platform/kernel/ids';
import { refuse } from './errors';

const KINDS = { prd: 'a product', var: 'a variant', ord: 'an order' } as const;

/** An id in the input of a mutation. @throws Refusal INVALID_INPUT when it is of another kind */
export function inputId(prefix: keyof typeof KINDS, id: string, ...field: (string | number)[]): string {
  if (!isId(prefix, id)) throw refuse('INVALID_INPUT', `This is not the id of ${KINDS[prefix]}.`, field.map(String));
  return id;
}
