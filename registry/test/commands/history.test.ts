import { startRepository, type Repository } from './repository';

let repository: Repository;
beforeEach(() => void (repository = startRepository()));
afterEach(() => repository.remove());

test('given nothing, then it says so', async () => {
  expect(await repository.ran('history')).toMatchObject({
    exit: 0,
    out: 'Nothing has been published yet. Next: npm run registry -- publish\n',
  });
});

test('given releases, then it tells who, when, for which commit, and what changed', async () => {
  await repository.publish(['Field Query.me was added.']);
  await repository.publish([], 'ben');
  const { out } = await repository.ran('history');
  expect(out).toMatch(/^Release 2 \(live\) {2}published by ben on \d{4}-\d\d-\d\d \d\d:\d\d UTC, commit c0ffee0\n/);
  expect(out).toContain('  - Nothing changed for clients.\nRelease 1  published by ada');
  expect(out).toContain('  - Field Query.me was added.');
  expect((await repository.ran('history', '--limit', '1')).out).not.toContain('Release 1');
});

test('given --markdown, then it is a changelog', async () => {
  await repository.publish(['Field Query.me was added.']);
  const { out } = await repository.ran('history', '--markdown');
  expect(out).toMatch(
    /^# Changelog\n\n## Release 1 \(\d{4}-\d\d-\d\d\)\n\nVersion `[0-9a-f]{16}`, published by ada on .*\.\n\n- Field Query\.me was added\.\n$/,
  );
});

test('given approvals, then they stand beside the releases, with whether they still count', async () => {
  await repository.publish();
  const approval = {
    change: 'FIELD_REMOVED User.email',
    schema: 'abc',
    reason: 'Nobody asks.',
    approved: { by: 'ben' },
  };
  await repository.store.approve({ ...approval, expiresAt: '2020-01-01T00:00:00.000Z' });
  await repository.store.approve({ ...approval, expiresAt: '2999-01-01T00:00:00.000Z' });
  const { out } = await repository.ran('history');
  expect(out).toContain('FIELD_REMOVED User.email  expired on 2020-01-01 00:00 UTC');
  expect(out).toContain('FIELD_REMOVED User.email  until 2999-01-01 00:00 UTC');
  expect(out).toMatch(/approved by ben on .*: Nobody asks\./);
  const { approvals } = JSON.parse((await repository.ran('history', '--json')).out) as {
    approvals: { expired: boolean }[];
  };
  expect(approvals.map(({ expired }) => expired).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
});

test.each(['0', '-1', 'many'])('given --limit %s, then it is wrong use', async (limit) => {
  expect(await repository.ran('history', `--limit=${limit}`)).toMatchObject({ exit: 64 });
});
