const WORDS =
  'a about after all also an and any are as at be been but by can for from has have if in into is it its just more most ' +
  'no not of on only or other our over so some such than that the their them then there these they this to too up very ' +
  'was were what when where which while who will with you your';

/** Words that say nothing about a product (compare them folded). */
export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(' '));
