const BIN = /(agora-registry|registry[\\/]bin\.js)$/;

/** How a person runs the registry's commands where this one was run. */
export const PROGRAM = BIN.test(process.argv[1] ?? '') ? 'npx agora-registry' : 'npm run registry --';
