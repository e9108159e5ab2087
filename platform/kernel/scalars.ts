import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isCurrency } from './money';

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const DECIMAL = /^-?\d{1,18}(\.\d{1,18})?$/;

const wrong = (type: string, expected: string) => new GraphQLError(`${type} must be ${expected}.`);

function scalar<T>(name: string, parse: (value: unknown) => T, serialize: (value: unknown) => string) {
  const literal = (node: ValueNode) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return parse(node.value);
    throw wrong(name, 'a string');
  };
  return new GraphQLScalarType({ name, parseValue: parse, parseLiteral: literal, serialize });
}

// An offset may lead out of the years that RFC 3339 writes with four digits, and Postgres knows no year 0.
const isWritable = (time: number) =>
  time >= Date.parse('0001-01-01T00:00:00Z') && time < Date.parse('9999-12-31T23:59:59.999Z');

function parseDateTime(value: unknown): Date {
  const time = typeof value === 'string' && RFC3339.test(value) ? Date.parse(value) : NaN;
  if (!isWritable(time)) throw wrong('DateTime', 'an RFC 3339 time such as 2026-01-31T12:00:00Z');
  return new Date(time);
}

function parseDecimal(value: unknown): string {
  // A JSON number is taken when it prints as a plain decimal: 19.9 does, 1e30 does not.
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !DECIMAL.test(text)) throw wrong('Decimal', 'a decimal number such as "19.90"');
  return text;
}

function parseCurrencyCode(value: unknown): string {
  if (typeof value !== 'string' || !isCurrency(value)) throw wrong('CurrencyCode', 'an ISO 4217 code such as USD');
  return value;
}

/** The scalars that every room may declare in its schema; the room gets the resolvers without asking. */
export const scalars: Record<string, GraphQLScalarType> = {
  DateTime: scalar('DateTime', parseDateTime, (value) => (value as Date).toISOString()),
  Decimal: scalar('Decimal', parseDecimal, (value) => String(value)),
  CurrencyCode: scalar('CurrencyCode', parseCurrencyCode, (value) => String(value)),
};
