import type { Resolvers } from '../__generated__/resolvers';
import { Product } from './Product';
import { searchProducts } from './Query/searchProducts';
import { searchSuggestions } from './Query/searchSuggestions';
import { SearchHit } from './SearchHit';

export const resolvers: Partial<Resolvers> = { Query: { searchProducts, searchSuggestions }, Product, SearchHit };
