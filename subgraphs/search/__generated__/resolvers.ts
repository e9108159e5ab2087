import type { Mappers } from '../mappers';
/** A type as its resolvers meet it: with the row behind it, wherever the room declares one. */
type Mapped<T> = T extends readonly (infer Item)[]
  ? Mapped<Item>[]
  : '__typename' extends keyof T
    ? T extends { __typename?: infer Name extends keyof Mappers }
      ? Mappers[Name]
      : { [Field in keyof T]: Mapped<T[Field]> }
    : T;

import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from '../context';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An exact decimal number, written as a string. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Where a page stands in its list (Relay Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge; null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follows after the last edge. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether anything stands before the first edge. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Something a shop sells, in one or more variants. */
export type Product = {
  __typename?: 'Product';
  /** Its id, `prd_…`. */
  id: Scalars['ID']['output'];
  /**
   * Other products for whoever looks at this one: first those most often bought together with it, then the best-selling of its
   * category. Only products with a price in the request's currency. Empty for a product that is not known.
   */
  recommendations: Array<Product>;
};


/** Something a shop sells, in one or more variants. */
export type ProductRecommendationsArgs = {
  first: Scalars['Int']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** Products by text, narrowed and sorted; only those with a price in the request's currency. */
  searchProducts: SearchHitConnection;
  /** What to search for, from its beginning: words of products and names of products, the popular ones first. */
  searchSuggestions: Array<SearchSuggestion>;
};


export type QuerySearchProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SearchFilter>;
  first: Scalars['Int']['input'];
  query: Scalars['String']['input'];
  sort?: InputMaybe<SearchSort>;
};


export type QuerySearchSuggestionsArgs = {
  first: Scalars['Int']['input'];
  prefix: Scalars['String']['input'];
};

/** The choices that there are among the products found. */
export type SearchFacet = {
  __typename?: 'SearchFacet';
  /** What the choices are about. */
  field: SearchFacetField;
  /** The choices; empty when nothing was found. */
  values: Array<SearchFacetValue>;
};

/** What products can be told apart by. */
export type SearchFacetField =
  /** Categories at every level; the values are slugs for categorySlugs. The thirty largest, and those chosen. */
  | 'CATEGORY'
  /** Whether something is available; the values are true and false for inStock. */
  | 'IN_STOCK'
  /**
   * Price ranges in the request's currency; a value holds priceMin and priceMax, for example 25.00-49.99, or 2000.00- without an
   * upper end.
   */
  | 'PRICE'
  /** Average rating; a value is a ratingMin and counts all better ones, too. */
  | 'RATING';

/** One choice of a facet. */
export type SearchFacetValue = {
  __typename?: 'SearchFacetValue';
  /**
   * How many products would be found with this choice: all that meet the query and the filter, this facet's own part of the
   * filter left out. Never 0.
   */
  count: Scalars['Int']['output'];
  /** The choice in words. */
  label: Scalars['String']['output'];
  /** What to filter by for this choice. */
  value: Scalars['String']['output'];
};

/** A part of a product where a query was found. */
export type SearchField =
  /** The name of its category, or of one above it. */
  | 'CATEGORY'
  /** The product's description. */
  | 'DESCRIPTION'
  /** The product's name. */
  | 'NAME'
  /** The name and values of an option, such as a colour. */
  | 'OPTION'
  /** The name or the SKU of a variant. */
  | 'VARIANT';

/** What a search is narrowed by. Everything that is set must hold. */
export type SearchFilter = {
  /** Products in any of these categories or below them, at most 100. None or an empty list: all categories. */
  categorySlugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** True: with something available. False: sold out. */
  inStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** The highest price wanted, in the request's currency. */
  priceMax?: InputMaybe<Scalars['Decimal']['input']>;
  /** The lowest price wanted, in the request's currency. A product's price is the lowest of its variants. */
  priceMin?: InputMaybe<Scalars['Decimal']['input']>;
  /** The least average rating, from 0 to 5. Products without a rating have less than any. */
  ratingMin?: InputMaybe<Scalars['Float']['input']>;
};

/** A place in a product where the query was found. */
export type SearchHighlight = {
  __typename?: 'SearchHighlight';
  /** Which part of the product. */
  field: SearchField;
  /** The text there as HTML: what was found stands in <em>…</em>, everything else is escaped. Long texts are cut, marked by … */
  fragment: Scalars['String']['output'];
};

/** A product that was found. */
export type SearchHit = {
  __typename?: 'SearchHit';
  /** Where the query was found, at most one place a field; empty without a query. */
  highlights: Array<SearchHighlight>;
  /** The product. */
  product: Product;
};

/** A page of the products found, and what holds for all of them. */
export type SearchHitConnection = {
  __typename?: 'SearchHitConnection';
  /** The query that was answered instead, because no product holds a word of the one sent; null when it was answered as it is. */
  correctedQuery?: Maybe<Scalars['String']['output']>;
  /** The products found with their cursors. */
  edges: Array<SearchHitEdge>;
  /** Ways to narrow the result, one a field. */
  facets: Array<SearchFacet>;
  /** The products found. */
  nodes: Array<SearchHit>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many products were found; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A product found, in a page. */
export type SearchHitEdge = {
  __typename?: 'SearchHitEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The product found. */
  node: SearchHit;
};

/** The order of the products found. */
export type SearchSort =
  /** The most units sold first. */
  | 'BEST_SELLING'
  /** The newest product first. */
  | 'NEWEST'
  /** The lowest price first. */
  | 'PRICE_ASC'
  /** The highest price first. */
  | 'PRICE_DESC'
  /** The best rating first, and of equals the one with more ratings. */
  | 'RATING'
  /** What answers the query best first, and of equals the best-selling. Without a query: the best-selling. */
  | 'RELEVANCE';

/** What a client may be about to type. */
export type SearchSuggestion = {
  __typename?: 'SearchSuggestion';
  /** A text to search for: a word, or a product's name. */
  text: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Product: Product;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Decimal: ResolverTypeWrapper<Mapped<Scalars['Decimal']['output']>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  Product: ResolverTypeWrapper<Mapped<Product>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SearchFacet: ResolverTypeWrapper<Mapped<SearchFacet>>;
  SearchFacetField: ResolverTypeWrapper<Mapped<SearchFacetField>>;
  SearchFacetValue: ResolverTypeWrapper<Mapped<SearchFacetValue>>;
  SearchField: ResolverTypeWrapper<Mapped<SearchField>>;
  SearchFilter: ResolverTypeWrapper<Mapped<SearchFilter>>;
  Float: ResolverTypeWrapper<Mapped<Scalars['Float']['output']>>;
  SearchHighlight: ResolverTypeWrapper<Mapped<SearchHighlight>>;
  SearchHit: ResolverTypeWrapper<Mapped<SearchHit>>;
  SearchHitConnection: ResolverTypeWrapper<Mapped<SearchHitConnection>>;
  SearchHitEdge: ResolverTypeWrapper<Mapped<SearchHitEdge>>;
  SearchSort: ResolverTypeWrapper<Mapped<SearchSort>>;
  SearchSuggestion: ResolverTypeWrapper<Mapped<SearchSuggestion>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Decimal: Mapped<Scalars['Decimal']['output']>;
  PageInfo: Mapped<PageInfo>;
  String: Mapped<Scalars['String']['output']>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  Product: Mapped<Product | FederationReferenceTypes['Product']>;
  ID: Mapped<Scalars['ID']['output']>;
  Int: Mapped<Scalars['Int']['output']>;
  Query: Record<PropertyKey, never>;
  SearchFacet: Mapped<SearchFacet>;
  SearchFacetValue: Mapped<SearchFacetValue>;
  SearchFilter: Mapped<SearchFilter>;
  Float: Mapped<Scalars['Float']['output']>;
  SearchHighlight: Mapped<SearchHighlight>;
  SearchHit: Mapped<SearchHit>;
  SearchHitConnection: Mapped<SearchHitConnection>;
  SearchHitEdge: Mapped<SearchHitEdge>;
  SearchSuggestion: Mapped<SearchSuggestion>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendations?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<ProductRecommendationsArgs, 'first'>>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  searchProducts?: Resolver<ResolversTypes['SearchHitConnection'], ParentType, ContextType, RequireFields<QuerySearchProductsArgs, 'first' | 'query' | 'sort'>>;
  searchSuggestions?: Resolver<Array<ResolversTypes['SearchSuggestion']>, ParentType, ContextType, RequireFields<QuerySearchSuggestionsArgs, 'first' | 'prefix'>>;
};

export type SearchFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFacet'] = ResolversParentTypes['SearchFacet']> = {
  field?: Resolver<ResolversTypes['SearchFacetField'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['SearchFacetValue']>, ParentType, ContextType>;
};

export type SearchFacetValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFacetValue'] = ResolversParentTypes['SearchFacetValue']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchHighlightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHighlight'] = ResolversParentTypes['SearchHighlight']> = {
  field?: Resolver<ResolversTypes['SearchField'], ParentType, ContextType>;
  fragment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  highlights?: Resolver<Array<ResolversTypes['SearchHighlight']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type SearchHitConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHitConnection'] = ResolversParentTypes['SearchHitConnection']> = {
  correctedQuery?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['SearchHitEdge']>, ParentType, ContextType>;
  facets?: Resolver<Array<ResolversTypes['SearchFacet']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SearchHitEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHitEdge'] = ResolversParentTypes['SearchHitEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
};

export type SearchSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchSuggestion'] = ResolversParentTypes['SearchSuggestion']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Decimal?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  SearchFacet?: SearchFacetResolvers<ContextType>;
  SearchFacetValue?: SearchFacetValueResolvers<ContextType>;
  SearchHighlight?: SearchHighlightResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  SearchHitConnection?: SearchHitConnectionResolvers<ContextType>;
  SearchHitEdge?: SearchHitEdgeResolvers<ContextType>;
  SearchSuggestion?: SearchSuggestionResolvers<ContextType>;
};

