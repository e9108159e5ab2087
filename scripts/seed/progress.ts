const WIDTH = 28;
/** Without a terminal, a line for each tenth. */
const STEPS = 10;

/** Tells that so much more has been written. */
export type Progress = (what: string, units?: number) => void;
export type ShowProgress = (done: number, total: number, what: string) => void;

/** Shows how far something has come: a bar that grows on a terminal, lines elsewhere. */
export function progressBar(out: NodeJS.WriteStream = process.stdout, since = performance.now()): ShowProgress {
  let shown = -1;
  return (done, total, what) => {
    const share = total === 0 ? 1 : done / total;
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    if (out.isTTY) {
      const filled = Math.round(share * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      out.write(`\r  ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${what.padEnd(10)} ${seconds} s`);
      if (share === 1) out.write('\n');
      return;
    }
    const step = Math.floor(share * STEPS);
    if (step === shown) return;
    shown = step;
    out.write(`  ${String(Math.floor(share * 100)).padStart(3)} %  ${what}, ${seconds} s\n`);
  };
}

export const accountsTold = (password: string): string => `
  Accounts       buyer@agora.test, staff@agora.test, admin@agora.test
  Password       ${password}`;
