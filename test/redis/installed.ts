import { spawnSync } from 'node:child_process';

/** Whether Redis can be started here. */
export const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
