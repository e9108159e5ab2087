/** Waits for what will come to be. */
export async function until(what: () => boolean): Promise<void> {
  for (let turn = 0; !what(); turn++) {
    if (turn > 1000) throw new Error('It did not come to be.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Lets everything happen that needs no waiting. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
