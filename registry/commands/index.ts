import type { Commands } from './command';

/** Every command by its name, as the help lists them. */
export const commands: Commands = {
  keys: async () => (await import('./keys')).keys,
  tokens: async () => (await import('./tokens')).tokens,
};
