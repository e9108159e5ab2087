import type { Crowd } from '../buyers/crowd';
import type { Chance } from '../buyers/chance';
import type { Target } from '../target';

/** What can be done harm to, and by whom. */
export type Scene = { readonly target: Target; readonly crowd: Crowd; readonly chance: Chance };

/** Something that goes wrong. */
export type Fault = {
  readonly name: string;
  /** Milliseconds between the strike and its mending. */
  readonly lasts: number;
  strike(scene: Scene): Promise<void>;
  mend(scene: Scene): Promise<void>;
};
