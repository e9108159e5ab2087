import { Kind, type ConstDirectiveNode } from 'graphql';
import { elementsOf } from '../../composition/places';
import type { Rule } from '../rule';

const DATE = /\b(\d{4})-(\d{2})-(\d{2})\b/;

function reasonOf({ arguments: args = [] }: ConstDirectiveNode): string {
  const value = args.find(({ name }) => name.value === 'reason')?.value;
  return value?.kind === Kind.STRING ? value.value.trim() : '';
}

/** Who reads that something goes away must learn what to use, and until when it is there. */
export const deprecations: Rule = function* ({ document }) {
  for (const [coordinate, node] of elementsOf(document)) {
    const directive =
      'directives' in node ? node.directives?.find(({ name }) => name.value === 'deprecated') : undefined;
    if (!directive) continue;
    const reason = reasonOf(directive as ConstDirectiveNode);
    const date = DATE.exec(reason)?.[0];
    if (date !== undefined && !Number.isNaN(Date.parse(date))) continue;
    const wrong = reason === '' ? 'without a reason' : 'without a date';
    yield {
      coordinate,
      message: `${coordinate} is deprecated ${wrong}.`,
      remedy: 'Say what to use and until when: @deprecated(reason: "… Use X. Removed after YYYY-MM-DD.")',
      node,
    };
  }
};
