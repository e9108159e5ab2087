import type { Ground } from './command';

/** Milliseconds that somebody waits without being told of anything. */
const QUIET = 1000;

/** Tells what is done next, once it takes long. */
export function progressOf({ tell, paint }: Pick<Ground, 'tell' | 'paint'>): (step: string) => void {
  const began = performance.now();
  return (step) => {
    const passed = performance.now() - began;
    if (passed > QUIET) tell(paint.dim(`${(passed / 1000).toFixed(1)} s: ${step} …\n`));
  };
}
