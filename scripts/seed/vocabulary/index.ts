import { appliances } from './appliances';
import { audio } from './audio';
import { cameras } from './cameras';
import { car } from './car';
import { computers } from './computers';
import { games } from './games';
import { health } from './health';
import { home } from './home';
import { music } from './music';
import { phones } from './phones';
import { toys } from './toys';
import { tv } from './tv';
import type { Vocabulary } from './vocabulary';

const ALL: readonly Vocabulary[] = [
  tv,
  audio,
  computers,
  cameras,
  phones,
  games,
  appliances,
  health,
  car,
  music,
  toys,
  home,
];

const byDepartment = new Map(ALL.map((vocabulary) => [vocabulary.department, vocabulary]));

/** @throws Error when nobody has thought of words for a department */
export function vocabularyOf(department: string): Vocabulary {
  const vocabulary = byDepartment.get(department);
  if (!vocabulary) throw new Error(`There is no vocabulary for ${department}.`);
  return vocabulary;
}
