import { readdirSync } from 'node:fs';
import { buildClientSchema, getIntrospectionQuery, validate } from 'graphql';
import { startTestAgora, type TestAgora } from '../../story/agora';
import { contract, documents } from '../../story/contract';
import { CEILINGS } from '../ceilings';
import { THEMES } from './themes';

const operations = [...contract.keys()].toSorted();

describe('the contract', () => {
  it('has a ceiling for every operation, and no other', () => {
    expect([...CEILINGS.keys()].toSorted()).toEqual(operations);
  });

  it('is played whole: each operation has its theme, and each theme its journeys', () => {
    expect(Object.values(THEMES).flat().toSorted()).toEqual(operations);
    expect(readdirSync(__dirname)).toEqual(
      expect.arrayContaining(Object.keys(THEMES).map((theme) => `${theme}.test.ts`)),
    );
  });

  it('keeps to the budgets of a page', () => {
    expect(CEILINGS.get('ProductList')?.statements).toBeLessThanOrEqual(4);
    expect(CEILINGS.get('ProductPage')?.statements).toBeLessThanOrEqual(8);
  });
});

describe('the documents of the clients', () => {
  let agora: TestAgora;
  beforeAll(async () => void (agora = await startTestAgora()));
  afterAll(() => agora.stop());

  it.each([...documents])('%s fits the graph as clients see it', async (_file, document) => {
    const { data } = await agora.graphql(getIntrospectionQuery());
    expect(validate(buildClientSchema(data), document)).toEqual([]);
  });
});
