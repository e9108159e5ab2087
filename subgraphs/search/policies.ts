import { anyone, type Policies } from '../../platform/identity/policies';

export const policies = {
  Query: { searchProducts: anyone, searchSuggestions: anyone },
} satisfies Policies;
