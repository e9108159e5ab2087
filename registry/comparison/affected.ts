import type { SchemaChange } from './changes';
import { omitted, type Uses } from './uses';

type Affects = (uses: Uses, change: SchemaChange) => boolean;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isRequired = (type: unknown): boolean => text(type).endsWith('!');
const fieldOf = (coordinate: string): string => coordinate.replace(/\(.*$/, '');
const typeOf = (coordinate: string): string => coordinate.replace(/\..*$/, '');

const itself: Affects = (uses, { coordinate = '' }) => uses.has(coordinate);
const itsField: Affects = (uses, { coordinate = '' }) => uses.has(fieldOf(coordinate));
const itsType: Affects = (uses, { coordinate = '' }) => uses.has(typeOf(coordinate));

/** Whom a change touches that is not safe, by its kind. The element itself, where nothing else is said. */
const AFFECTS: Readonly<Record<string, Affects>> = {
  FIELD_ARGUMENT_ADDED: itsField,
  // Who leaves it out is touched when it must be given now.
  FIELD_ARGUMENT_TYPE_CHANGED: (uses, change) =>
    isRequired(change.meta.newArgumentType) && !isRequired(change.meta.oldArgumentType)
      ? itsField(uses, change)
      : itself(uses, change),
  FIELD_ARGUMENT_DEFAULT_CHANGED: (uses, { coordinate = '' }) => uses.has(omitted(coordinate)),
  INPUT_FIELD_ADDED: itsType,
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: itsType,
  INPUT_FIELD_TYPE_CHANGED: (uses, change) =>
    isRequired(change.meta.newInputFieldType) && !isRequired(change.meta.oldInputFieldType)
      ? itsType(uses, change)
      : itself(uses, change),
  // Whoever asks for the interface may have been answered with the type.
  OBJECT_TYPE_INTERFACE_REMOVED: (uses, { meta }) => uses.has(text(meta.removedInterfaceName)),
  SCHEMA_QUERY_TYPE_CHANGED: (uses, { meta }) => uses.has(text(meta.oldQueryTypeName)),
  SCHEMA_MUTATION_TYPE_CHANGED: (uses, { meta }) => uses.has(text(meta.oldMutationTypeName)),
  SCHEMA_SUBSCRIPTION_TYPE_CHANGED: (uses, { meta }) => uses.has(text(meta.oldSubscriptionTypeName)),
  DIRECTIVE_ARGUMENT_ADDED: itsField,
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: itsField,
};

export const affects = (change: SchemaChange, uses: Uses): boolean => (AFFECTS[change.type] ?? itself)(uses, change);
