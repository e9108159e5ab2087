#!/usr/bin/env node
'use strict';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

async function main() {
  // Both: commands are loaded by `import()`, packages by `require()`.
  const { register } = await import('tsx/esm/api');
  register();
  require('tsx/cjs/api').register();
  require('./main.ts');
}

void main();
