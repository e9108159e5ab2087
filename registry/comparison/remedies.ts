import { DAY } from '../../platform/kernel/clock';
import type { SchemaChange } from './changes';

const DAYS = 60;

const dateAfter = (now: Date): string => new Date(now.getTime() + DAYS * DAY).toISOString().slice(0, 10);

const deprecated = (now: Date): string => `@deprecated(reason: "… Use …. Removed after ${dateAfter(now)}.")`;

type Remedy = (change: SchemaChange, now: Date) => string;

const keep: Remedy = (_, now) =>
  `Keep it, mark it ${deprecated(now)}, and take it out when nobody uses it. If another subgraph is to answer it, let that one have it with @override(from:).`;
const beside =
  (what: string): Remedy =>
  (_, now) =>
    `Leave it as it is, add ${what} beside it, and mark the old one ${deprecated(now)}.`;
const optional: Remedy = () => 'Make it optional, or give it a default.';

/** How each kind of change can be made without breaking anybody. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  FIELD_REMOVED: keep,
  TYPE_REMOVED: keep,
  ENUM_VALUE_REMOVED: keep,
  FIELD_ARGUMENT_REMOVED: keep,
  INPUT_FIELD_REMOVED: keep,
  FIELD_TYPE_CHANGED: beside('a field of the new type'),
  FIELD_ARGUMENT_TYPE_CHANGED: beside('an argument of the new type'),
  INPUT_FIELD_TYPE_CHANGED: beside('an input field of the new type'),
  TYPE_KIND_CHANGED: beside('a type of the new kind'),
  FIELD_ARGUMENT_ADDED: optional,
  INPUT_FIELD_ADDED: optional,
  DIRECTIVE_ARGUMENT_ADDED: optional,
  FIELD_ARGUMENT_DEFAULT_CHANGED: () => 'Leave the default, and let those who want the other value give it.',
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: () => 'Leave the default, and let those who want the other value give it.',
  UNION_MEMBER_REMOVED: () => 'Leave the member in the union, and stop answering with it first.',
  OBJECT_TYPE_INTERFACE_REMOVED: () => 'Leave the interface on the type until nobody asks for it there.',
};

export const remedyFor = (change: SchemaChange, now: Date): string =>
  (REMEDIES[change.type] ?? (() => 'Add what is new beside what is there, and take the old out when nobody uses it.'))(
    change,
    now,
  );
