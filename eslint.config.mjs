// ESLint reads the graph only; oxlint reads the code.
import { existsSync, readdirSync } from 'node:fs';
import graphql from '@graphql-eslint/eslint-plugin';

const rooms = existsSync('subgraphs')
  ? readdirSync('subgraphs').filter((room) => existsSync(`subgraphs/${room}/schema.graphql`))
  : [];

/** Each room is a federation subgraph of its own; the plugin knows it by its `@link`. */
const projects = Object.fromEntries(
  rooms.map((room) => [
    room,
    { schema: `subgraphs/${room}/schema.graphql`, documents: [], include: [`subgraphs/${room}/schema.graphql`] },
  ]),
);

/** The owner of an entity describes it; who merely refers to it need not do so again. */
const reference = 'ObjectTypeDefinition:has(Directive[name.value=key] > Argument[name.value=resolvable])';
const referredTo = ['FieldDefinition:has(Directive[name.value=external])', reference, `${reference} > FieldDefinition`];
const rootTypes = '[name.value=/^(Query|Mutation|Subscription)$/]';

export default [
  { ignores: ['**/*.js', '**/*.mjs', '**/*.cjs'] },
  {
    files: ['subgraphs/*/schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { projects } } },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
          ignoredSelectors: [`ObjectTypeDefinition${rootTypes}`, ...referredTo],
        },
      ],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          [`ObjectTypeDefinition${rootTypes} > FieldDefinition`]: {
            style: 'camelCase',
            forbiddenPrefixes: ['get', 'fetch'],
          },
        },
      ],
      '@graphql-eslint/input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/unique-field-definition-names': 'error',
      '@graphql-eslint/unique-type-names': 'error',
      '@graphql-eslint/known-type-names': 'error',
      '@graphql-eslint/known-argument-names': 'error',
      // Other rooms may use a type that this one never reaches itself.
      '@graphql-eslint/no-unreachable-types': 'off',
    },
  },
];
