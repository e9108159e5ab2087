import type { Schema } from '@apollo/federation-internals';
import type { Overrides } from '../../plans';

/** Decides for one request which fields their new rooms answer. (`@override(from:, label:)`) */
export type Roll = () => { readonly key: string; readonly overrides: Overrides };

/** Apollo's form of a share of all requests; any other label is for a gateway that knows it, and does not hold here. */
const PERCENT = /^percent\((\d{1,2}(?:\.\d{1,8})?|100)\)$/;

function labelsOf(supergraph: Schema): Set<string> {
  const labels = new Set<string>();
  for (const type of supergraph.types()) {
    if (!('fields' in type)) continue;
    for (const field of type.fields()) {
      for (const applied of field.appliedDirectivesOf('join__field')) {
        const { overrideLabel } = applied.arguments() as { overrideLabel?: string };
        if (overrideLabel) labels.add(overrideLabel);
      }
    }
  }
  return labels;
}

/** @param random a number from 0 up to 1 */
export function overrideRoll(supergraph: Schema, random: () => number): Roll {
  const shares = [...labelsOf(supergraph)].map((label) => ({ label, percent: Number(PERCENT.exec(label)?.[1] ?? 0) }));
  const always = { key: '', overrides: new Map<string, boolean>() };
  if (shares.length === 0) return () => always;
  return () => {
    const overrides = new Map(shares.map(({ label, percent }) => [label, random() * 100 < percent]));
    return { key: [...overrides.values()].map(Number).join(''), overrides };
  };
}
