import path from 'node:path';
import { parseDocument } from 'yaml';
import { isObject } from '../../platform/delivery/shapes';

/** `file` is relative to where the configuration is; `sdl` is given where the schema stands in the configuration itself. */
export type SubgraphEntry = {
  readonly name: string;
  readonly routingUrl: string;
  readonly file: string;
  readonly sdl?: string;
};

export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Fields = Readonly<Record<string, unknown>>;

/** A YAML file with fields; empty when the text is. @throws ConfigError */
export function readFields(text: string, file: string): Fields {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error)
    throw new ConfigError(`${file}:${error.linePos?.[0].line ?? 1} is no YAML: ${error.message.split('\n')[0]}`);
  const content: unknown = document.toJS({ maxAliasCount: 100 });
  if (content === null || content === undefined) return {};
  if (!isObject(content)) throw new ConfigError(`${file} must hold fields, such as subgraphs.`);
  return content;
}

function entryOf(name: string, value: unknown, file: string): SubgraphEntry {
  const { routing_url: routingUrl, schema } = isObject(value) ? value : {};
  const { file: schemaFile, sdl } = isObject(schema) ? schema : {};
  if (isObject(schema) && ('subgraph_url' in schema || 'graphref' in schema))
    throw new ConfigError(
      `${file}: the schema of ${name} is to be asked for elsewhere, which the registry does not do. Give it as a file.`,
    );
  if (typeof routingUrl !== 'string' || routingUrl === '')
    throw new ConfigError(`${file}: ${name} needs a routing_url.`);
  if (typeof sdl === 'string') return { name, routingUrl, file: path.basename(file), sdl };
  if (typeof schemaFile !== 'string' || schemaFile === '')
    throw new ConfigError(`${file}: ${name} needs a schema file.`);
  return { name, routingUrl, file: schemaFile };
}

/**
 * Reads what Rover calls a supergraph configuration. @throws ConfigError with a sentence
 * @see https://www.apollographql.com/docs/rover/commands/supergraphs
 */
export function readSupergraphConfig(text: string, file: string): readonly SubgraphEntry[] {
  const { subgraphs } = readFields(text, file);
  if (!isObject(subgraphs) || Object.keys(subgraphs).length === 0) throw new ConfigError(`${file} names no subgraphs.`);
  return Object.entries(subgraphs).map(([name, value]) => entryOf(name, value, file));
}
