import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject } from '../../platform/delivery/shapes';
import { RULES, type RuleName } from '../lint/names';
import { ConfigError, readFields } from './supergraphConfig';

/** Which part of the graph some clients get: elements with an excluded tag are not in it. */
export type Contract = {
  readonly name: string;
  /** Where given, fields and unions need one of these tags. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whose operations it must serve; all that it can serve today where not said. */
  readonly clients?: readonly string[];
};

export type RuleSetting = {
  readonly severity: 'error' | 'warning' | 'off';
  /** Schema coordinates that the rule leaves alone. */
  readonly except: readonly string[];
};

export type Settings = {
  readonly contracts: readonly Contract[];
  readonly lint: Readonly<Record<RuleName, RuleSetting>>;
  /** Where policies stand: at the fields as directives, or in the rooms of this repository. Not everybody says so. */
  readonly policies?: 'directives' | 'rooms';
  /** Manifests of persisted operations, or folders of documents, by client: checked like what clients have registered. */
  readonly manifests: Readonly<Record<string, string>>;
};

const ERROR: RuleSetting = { severity: 'error', except: [] };

export const DEFAULTS: Settings = {
  contracts: [],
  lint: Object.fromEntries(RULES.map((name) => [name, ERROR])) as Settings['lint'],
  manifests: {},
};

function texts(value: unknown, what: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw new ConfigError(`${what} must be a list of names.`);
  return value;
}

function fields(value: unknown, what: string, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new ConfigError(`${what} must hold ${known.join(', ')}.`);
  const unknown = Object.keys(value).find((each) => !known.includes(each));
  if (unknown !== undefined) throw new ConfigError(`${what} knows ${known.join(', ')}, and no ${unknown}.`);
  return value;
}

function contractOf(name: string, value: unknown, file: string): Contract {
  const what = `${file}: the contract ${name}`;
  const { include, exclude, clients } = fields(value, what, ['include', 'exclude', 'clients']);
  if (name === 'public') throw new ConfigError(`${what} must have another name: public is the whole API.`);
  if (include === undefined && exclude === undefined) throw new ConfigError(`${what} must include or exclude tags.`);
  return {
    name,
    include: texts(include, `${what}: include`),
    exclude: texts(exclude, `${what}: exclude`),
    ...(clients === undefined ? {} : { clients: texts(clients, `${what}: clients`) }),
  };
}

function ruleOf(name: string, value: unknown, file: string): RuleSetting {
  const what = `${file}: the rule ${name}`;
  // YAML 1.1 takes a bare `off` for false.
  const plain = value === false ? 'off' : value;
  const { severity: given, except } =
    typeof plain === 'string' ? { severity: plain, except: undefined } : fields(plain, what, ['severity', 'except']);
  const severity = given === false ? 'off' : (given ?? 'error');
  if (severity !== 'error' && severity !== 'warning' && severity !== 'off')
    throw new ConfigError(`${what} must be error, warning or off.`);
  return { severity, except: texts(except, `${what}: except`) };
}

/** @throws ConfigError with a sentence */
export function readSettings(text: string, file: string): Settings {
  const content = fields(readFields(text, file), file, ['contracts', 'lint', 'policies', 'manifests']);
  const contracts = isObject(content.contracts) ? content.contracts : {};
  const lint = fields(content.lint, `${file}: lint`, RULES);
  const manifests = isObject(content.manifests) ? content.manifests : {};
  const { policies } = content;
  if (policies !== undefined && policies !== 'directives' && policies !== 'rooms')
    throw new ConfigError(`${file}: policies must be directives or rooms.`);
  return {
    contracts: Object.entries(contracts).map(([name, value]) => contractOf(name, value, file)),
    lint: {
      ...DEFAULTS.lint,
      ...Object.fromEntries(Object.entries(lint).map(([name, value]) => [name, ruleOf(name, value, file)])),
    },
    policies,
    manifests: Object.fromEntries(
      Object.entries(manifests).map(([client, each]) => {
        if (typeof each !== 'string') throw new ConfigError(`${file}: the manifest of ${client} must be a file.`);
        return [client, each];
      }),
    ),
  };
}

const PLACES = ['registry.yaml', path.join('registry', 'registry.yaml')];

/** The settings of a repository. @throws ConfigError with a sentence */
export function settingsIn(folder: string): Settings {
  const file = PLACES.find((each) => existsSync(path.join(folder, each)));
  return file === undefined ? DEFAULTS : readSettings(readFileSync(path.join(folder, file), 'utf8'), file);
}
