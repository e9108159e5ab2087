const colour = process.stdout.isTTY
  ? (code: number, text: string) => `\x1b[${code}m${text}\x1b[0m`
  : (_: number, text: string) => text;

export const title = (text: string) => console.log(`\n${colour(1, text)}`);
export const did = (text: string) => console.log(`  ${colour(32, '✓')} ${text}`);
export const pushed = (text: string) => console.log(`  ${colour(36, '⇠ pushed')} ${text}`);
export const failed = (text: string) => console.error(`  ${colour(31, '✗')} ${text}`);

type Amount = { amount: string; currencyCode: string };
export const price = (of: Amount | null) => (of ? `${of.amount} ${of.currencyCode}` : 'no price');
