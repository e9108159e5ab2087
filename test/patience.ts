// Jest reads `testTimeout` from the top of its configuration alone, not from a project; and two loaded cores are slow.
jest.setTimeout(60_000);
