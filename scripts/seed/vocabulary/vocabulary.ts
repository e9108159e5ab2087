/** In what variants of a product differ; each value costs `step` more than the one before it, as a share of the price. */
export type Choice = { readonly name: string; readonly values: readonly string[]; readonly step: number };

/** What products on a shelf are like. */
export type Shelf = {
  /** What one is called, where the category's name does not say it. `{leaf}` stands for that name. */
  readonly nouns?: readonly string[];
  /** In dollars. */
  readonly price: readonly [number, number];
  readonly grams: readonly [number, number];
  /** What stands before the noun in a name. */
  readonly specs?: readonly string[];
  /** At most two. */
  readonly choices?: readonly Choice[];
  /** Whole sentences, for descriptions. */
  readonly features: readonly string[];
};
/** A section's shelf, and what is otherwise in some of its categories. */
export type Section = Shelf & { readonly leaves?: Readonly<Record<string, Partial<Shelf>>> };

export type Vocabulary = {
  /** As in categories.json. */
  readonly department: string;
  /** Invented, like everything else that could be somebody's. */
  readonly brands: readonly string[];
  readonly series: readonly string[];
  readonly features: readonly string[];
  /** Sentences about things whose noun matches a regular expression. */
  readonly about?: Readonly<Record<string, readonly string[]>>;
  readonly sections: Readonly<Record<string, Section>>;
};

const choice =
  (name: string, step: number, ...values: string[]) =>
  (...only: string[]): Choice => ({ name, step, values: only.length > 0 ? only : values });

export const color = choice('Color', 0, 'Black', 'White', 'Silver', 'Graphite', 'Blue', 'Red', 'Sand');
export const finish = choice('Finish', 0.06, 'White', 'Black', 'Stainless Steel', 'Black Stainless');
export const storage = choice('Storage', 0.16, '64 GB', '128 GB', '256 GB', '512 GB', '1 TB');
export const memory = choice('Memory', 0.22, '8 GB', '16 GB', '32 GB', '64 GB');
export const screen = choice('Screen Size', 0.28, '43"', '50"', '55"', '65"', '75"');
export const length = choice('Length', 0.3, '1 m', '2 m', '3 m', '5 m', '10 m');
export const pack = choice('Pack', 0.7, 'Single', 'Pack of 2', 'Pack of 4', 'Pack of 10');
export const size = choice('Size', 0.04, 'S', 'M', 'L', 'XL');
export const capacity = choice('Capacity', 0.25, '500 GB', '1 TB', '2 TB', '4 TB', '8 TB');
export const power = choice('Power', 0.2, '200 W', '400 W', '600 W', '1000 W');
