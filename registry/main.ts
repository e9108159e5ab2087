import '../gateway/nodeVersion';
import { groundOf } from './commands/ground';
import { run } from './commands/run';

async function main(): Promise<void> {
  const ground = groundOf(process);
  try {
    process.exitCode = await run(process.argv.slice(2), ground);
  } finally {
    await ground.close();
  }
}

// Whoever reads no more, as `head` does, has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main().catch((error: unknown) => {
  process.stderr.write(
    `The registry has failed, for a reason that it does not know:\n${String((error as Error).stack)}\n`,
  );
  process.exitCode = 70;
});
