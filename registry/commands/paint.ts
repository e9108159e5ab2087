import { styleText } from 'node:util';

type Style = (text: string) => string;
export type Paint = Readonly<Record<'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold', Style>>;

const STYLES = { red: 'red', yellow: 'yellow', green: 'green', cyan: 'cyan', dim: 'dim', bold: 'bold' } as const;

/** Colours where a person sees them. @see https://no-color.org */
export function paintFor(out: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== '';
  const shows = forced || (out.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb');
  const style =
    (name: keyof typeof STYLES): Style =>
    (text) =>
      shows ? styleText(STYLES[name], text, { validateStream: false }) : text;
  return {
    red: style('red'),
    yellow: style('yellow'),
    green: style('green'),
    cyan: style('cyan'),
    dim: style('dim'),
    bold: style('bold'),
  };
}
