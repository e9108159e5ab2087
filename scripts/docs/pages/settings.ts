import { ROOM_SETTINGS, SETTINGS } from '../../../gateway/settings';
import { code, page, table } from '../markdown';

const rows = [
  ...Object.entries(SETTINGS).map(([name, setting]) => [code(name), setting.default || 'not set', setting.meaning]),
  ...Object.entries(ROOM_SETTINGS).map(([name, meaning]) => [code(name), 'not set', meaning]),
];

export const settingsTable = (): string => table(['Setting', 'Default', 'Meaning'], rows);

/** What can be set by environment variables. */
export const settingsPage = (): string =>
  page('Settings', 'Environment variables. They are checked at start, with a sentence for each mistake.', [
    settingsTable(),
  ]);
