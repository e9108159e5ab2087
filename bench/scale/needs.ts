import { figure, type Table } from '../report';
import { finished, nameOf } from './findings';
import type { Run } from './measure';

/** Requests a second that are planned for, and the share of a core that may be busy then. */
const AIM = 10_000;
const BUSY = 0.6;
/** Of a copy of a room, at most (docs/deployment.md). */
const CONNECTIONS = 20;

const OTHERS = new Set(['agora', 'gateway', 'redis']);

/** What so many requests a second need, if each takes the CPU that it took in a run. */
export function needsTable(title: string, run: Run): Table {
  const done = finished(run);
  const row = (name: string, seconds: number, unit: string) => {
    const cores = (seconds / done) * AIM;
    const units = Math.ceil(cores / BUSY);
    const connections = unit === 'copies' && !OTHERS.has(name) ? String(units * CONNECTIONS) : '';
    return [
      name,
      figure((seconds * 1000) / done),
      figure(cores),
      `${units.toLocaleString('en-US')} ${unit}`,
      connections,
    ];
  };
  const parts = Object.entries(run.parts).toSorted(([, a], [, b]) => b - a);
  return {
    title: `${title}: what ${AIM.toLocaleString('en-US')} requests a second would take, by the CPU of the run of ${nameOf(run)} clients`,
    columns: ['process', 'CPU ms a request', 'cores', `at ${BUSY * 100} % busy`, 'connections to Postgres at most'],
    rows: [
      ...parts.map(([name, seconds]) => row(name, seconds, 'copies')),
      row('Postgres', run.postgres, 'cores'),
      row('all', run.node + run.postgres, 'cores'),
    ],
  };
}

/** Whose statements keep Postgres busy, and which of them a copy for reading could answer. */
export function roomsTable(title: string, run: Run): Table {
  const done = finished(run);
  const all = run.rooms.reduce((sum, { took }) => sum + took, 0);
  const percent = (part: number, of: number) => (of === 0 ? '–' : `${figure((100 * part) / of)} %`);
  return {
    title: `${title}: Postgres by room, at ${nameOf(run)} clients`,
    columns: ['room', 'statements a request', 'ms a statement', 'of the time of all', 'of it reading'],
    rows: run.rooms.map(({ room, statements, took, reading }) => [
      room,
      figure(statements / done),
      figure(took / statements),
      percent(took, all),
      percent(reading, took),
    ]),
  };
}
