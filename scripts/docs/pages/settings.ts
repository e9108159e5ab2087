import { ROOM_SETTINGS, SETTINGS } from '../../../gateway/settings';
import { REGISTRY_SETTINGS } from '../../../registry/server/settings';
import { code, page, table } from '../markdown';

const HEAD = ['Setting', 'Default', 'Meaning'];

type Described = { readonly default: string; readonly meaning: string };

const rowsOf = (settings: Readonly<Record<string, Described>>) =>
  Object.entries(settings).map(([name, setting]) => [code(name), setting.default || 'not set', setting.meaning]);

const rows = [
  ...rowsOf(SETTINGS),
  ...Object.entries(ROOM_SETTINGS).map(([name, meaning]) => [code(name), 'not set', meaning]),
];

export const settingsTable = (): string => table(HEAD, rows);

/** What can be set by environment variables. */
export const settingsPage = (): string =>
  page('Settings', 'Environment variables. They are checked at start, with a sentence for each mistake.', [
    settingsTable(),
    '## The service of the registry',
    table(HEAD, rowsOf(REGISTRY_SETTINGS)),
  ]);
