import { SettingsError } from '../../gateway/settings';

const USAGE = 'npm run dev -- --only orders';

/** Which room is worked on. @throws SettingsError with a sentence when none is named, or one that there is not */
export function readOnly(args: readonly string[], rooms: readonly string[]): string {
  const [flag, value, ...more] = args.flatMap((each) => each.split(/(?<=^--only)=/));
  const known = `The rooms are ${rooms.join(', ')}.`;
  if (flag !== '--only' || value === undefined || more.length > 0)
    throw new SettingsError(`Name the one room that you work on: ${USAGE}. ${known}`);
  if (!rooms.includes(value)) throw new SettingsError(`There is no room "${value}". ${known}`);
  return value;
}
