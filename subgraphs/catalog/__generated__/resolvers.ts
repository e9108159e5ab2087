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
  /** A currency, as an ISO 4217 code such as USD. */
  CurrencyCode: { input: string; output: string; }
  /** A point in time, RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number, written as a string. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A correction of stock. */
export type AdjustStockInput = {
  /** Units that come in; negative when they go out. Not 0, at most 1000000 either way. */
  delta: Scalars['Int']['input'];
  /** Units that should be on hand before it: when there are others, the answer is STALE. Null: whatever there is. */
  expectedOnHand?: InputMaybe<Scalars['Int']['input']>;
  /** The same key answers the same, and moves stock once; 1 to 255 characters. */
  idempotencyKey: Scalars['String']['input'];
  /** Why, for the history; 1 to 500 characters. */
  reason: Scalars['String']['input'];
  /** The variant. */
  variantId: Scalars['ID']['input'];
};

/** Answer to adjustStock. */
export type AdjustStockPayload = {
  __typename?: 'AdjustStockPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
  /** The variant as it is now; null when the correction was refused. */
  variant?: Maybe<ProductVariant>;
};

/** Which product leaves the shop. */
export type ArchiveProductInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
};

/** Answer to archiveProduct. */
export type ArchiveProductPayload = {
  __typename?: 'ArchiveProductPayload';
  /** The product, no longer for sale; null when it was refused. */
  product?: Maybe<Product>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** Reasons why the catalog does not do what it is asked. */
export type CatalogErrorCode =
  /** The buyer has reviewed the product before. */
  | 'ALREADY_REVIEWED'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The state it is in does not allow it. */
  | 'ILLEGAL_STATE'
  /** A value cannot be taken. */
  | 'INVALID_INPUT'
  /** What is named does not exist. */
  | 'NOT_FOUND'
  /** The buyer has not received the product. */
  | 'NOT_PURCHASED'
  /** Not enough units are available. */
  | 'OUT_OF_STOCK'
  /** Another variant has this stock-keeping number. */
  | 'SKU_TAKEN'
  /** Another product or category has this slug. */
  | 'SLUG_TAKEN'
  /** Somebody else has changed it in the meantime. */
  | 'STALE';

/** Why the catalog did not do what it was asked. */
export type CatalogUserError = UserError & {
  __typename?: 'CatalogUserError';
  /** The reason, for a program. */
  code: CatalogErrorCode;
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
};

/** A place in the shop's tree of categories, which has three levels. */
export type Category = {
  __typename?: 'Category';
  /** The categories right below; empty at the third level. */
  children: Array<Category>;
  /** Its id, `cat_…`. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** The category above; null for a department. */
  parent?: Maybe<Category>;
  /** From the department down to this category. */
  path: Array<Category>;
  /** How many products are for sale in it and below it, in whatever currency. */
  productCount: Scalars['Int']['output'];
  /** Its name in addresses; unique in the shop. */
  slug: Scalars['String']['output'];
};

/** A new category. */
export type CreateCategoryInput = {
  /** What it is called, at most 200 characters. */
  name: Scalars['String']['input'];
  /** The category above, of the first or second level; null makes a department. */
  parentSlug?: InputMaybe<Scalars['String']['input']>;
  /** Its place among its siblings, small ones first; null means 0. Equal ones stand by name. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** Its name in addresses: small letters, digits and single dashes, at most 200, not taken yet. */
  slug: Scalars['String']['input'];
};

/** Answer to createCategory. */
export type CreateCategoryPayload = {
  __typename?: 'CreateCategoryPayload';
  /** The new category; null when it was refused. */
  category?: Maybe<Category>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** A new product. */
export type CreateProductInput = {
  /** The category it stands in, of any level. */
  categorySlug: Scalars['String']['input'];
  /** What it is, in plain text, at most 5000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Pictures and films, the main one first; at most 20. */
  media?: InputMaybe<Array<MediaInput>>;
  /** What it is called, at most 200 characters. */
  name: Scalars['String']['input'];
  /** In what the variants differ; at most 5. */
  options?: InputMaybe<Array<ProductOptionInput>>;
  /** Its name in addresses: small letters, digits and single dashes, at most 200, not taken yet. */
  slug: Scalars['String']['input'];
  /** Its variants, 1 to 100. */
  variants: Array<ProductVariantInput>;
};

/** Answer to createProduct. */
export type CreateProductPayload = {
  __typename?: 'CreateProductPayload';
  /** The new product; null when it was refused. */
  product?: Maybe<Product>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** A new variant of a product. */
export type CreateProductVariantInput = {
  /** The product. */
  productId: Scalars['ID']['input'];
  /** The variant. */
  variant: ProductVariantInput;
};

/** Answer to createProductVariant. */
export type CreateProductVariantPayload = {
  __typename?: 'CreateProductVariantPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
  /** The new variant; null when it was refused. */
  variant?: Maybe<ProductVariant>;
};

/** A picture or film of a product. */
export type Media = {
  __typename?: 'Media';
  /** What it shows, for who cannot see it; null when nobody wrote it. */
  alt?: Maybe<Scalars['String']['output']>;
  /** Where it is found. */
  url: Scalars['String']['output'];
};

/** A picture or film of a product. */
export type MediaInput = {
  /** What it shows, for who cannot see it; at most 200 characters. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** Where it is found: an http or https address, at most 2000 characters. */
  url: Scalars['String']['input'];
};

/** An amount of money in one currency. */
export type Money = {
  __typename?: 'Money';
  /** The amount in the currency's main unit, exact, for example 19.90. */
  amount: Scalars['Decimal']['output'];
  /** The currency, as an ISO 4217 code. */
  currencyCode: Scalars['CurrencyCode']['output'];
};

/** An amount of money that a client names. */
export type MoneyInput = {
  /** The amount in the currency's main unit, exact, for example 19.90. */
  amount: Scalars['Decimal']['input'];
  /** The currency, as an ISO 4217 code. */
  currencyCode: Scalars['CurrencyCode']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Books units of a variant in or out: a delivery, a count, a loss. */
  adjustStock: AdjustStockPayload;
  /** Takes a product off sale for good. Orders that name it still show it. Doing it twice is fine. */
  archiveProduct: ArchiveProductPayload;
  /** Adds a category under another one, or a department. */
  createCategory: CreateCategoryPayload;
  /** Puts a product with its variants, prices and first stock up for sale. */
  createProduct: CreateProductPayload;
  /** Adds a variant to a product. */
  createProductVariant: CreateProductVariantPayload;
  /** Gives back what an order holds. Nothing to give back is fine. */
  releaseStock: ReleaseStockPayload;
  /** Holds the goods of an order until it is paid: all of them or none. Once an order: a second call answers the same. */
  reserveStock: ReserveStockPayload;
  /** Rates a product that the buyer has received: once a product and buyer. */
  reviewProduct: ReviewProductPayload;
  /** Sets a variant's prices in the currencies named; its prices in others stay. */
  setVariantPrice: SetVariantPricePayload;
  /** Changes what is said about a product; what is left out stays. */
  updateProduct: UpdateProductPayload;
};


export type MutationAdjustStockArgs = {
  input: AdjustStockInput;
};


export type MutationArchiveProductArgs = {
  input: ArchiveProductInput;
};


export type MutationCreateCategoryArgs = {
  input: CreateCategoryInput;
};


export type MutationCreateProductArgs = {
  input: CreateProductInput;
};


export type MutationCreateProductVariantArgs = {
  input: CreateProductVariantInput;
};


export type MutationReleaseStockArgs = {
  input: ReleaseStockInput;
};


export type MutationReserveStockArgs = {
  input: ReserveStockInput;
};


export type MutationReviewProductArgs = {
  input: ReviewProductInput;
};


export type MutationSetVariantPriceArgs = {
  input: SetVariantPriceInput;
};


export type MutationUpdateProductArgs = {
  input: UpdateProductInput;
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

/** From the lowest to the highest price. */
export type PriceRange = {
  __typename?: 'PriceRange';
  /** The highest price. */
  max: Money;
  /** The lowest price. */
  min: Money;
};

/** Something a shop sells, in one or more variants. */
export type Product = {
  __typename?: 'Product';
  /** Whether it is for sale; false once it is archived. */
  active: Scalars['Boolean']['output'];
  /** Where it stands in the tree of categories. */
  category: Category;
  /** When it was put up for sale. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is, in plain text; empty when nothing is said. */
  description: Scalars['String']['output'];
  /** Its id, `prd_…`. */
  id: Scalars['ID']['output'];
  /** Whether any variant is available. */
  inStock: Scalars['Boolean']['output'];
  /** Pictures and films, the main one first. */
  media: Array<Media>;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** In what its variants differ, such as colour and size; empty when they do not. */
  options: Array<ProductOption>;
  /**
   * From the cheapest to the dearest variant, in the request's currency. An INVALID_INPUT error when it is not sold in that
   * currency; such products are in no list of it.
   */
  priceRange: PriceRange;
  /** What buyers who received it think of it. */
  rating: Rating;
  /** The reviews, newest first. */
  reviews: ReviewConnection;
  /** Grows with every change. What updateProduct takes as `expectedRevision`. */
  revision: Scalars['Int']['output'];
  /** Weight of its lightest variant as sent, in grams. */
  shippingWeightGrams: Scalars['Int']['output'];
  /** Its name in addresses; unique in the shop. */
  slug: Scalars['String']['output'];
  /** Its variants, in the shop's order; at least one. */
  variants: Array<ProductVariant>;
};


/** Something a shop sells, in one or more variants. */
export type ProductReviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of products. */
export type ProductConnection = {
  __typename?: 'ProductConnection';
  /** The products with their cursors. */
  edges: Array<ProductEdge>;
  /** The products. */
  nodes: Array<Product>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many products the filter lets through in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A product in a page. */
export type ProductEdge = {
  __typename?: 'ProductEdge';
  /** Names this place in the list. */
  cursor: Scalars['String']['output'];
  /** The product. */
  node: Product;
};

/** Which products a list shows: those that meet everything named. */
export type ProductFilter = {
  /** In this category or below it; an unknown one has no products. */
  categorySlug?: InputMaybe<Scalars['String']['input']>;
  /** Among these, at most 100. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: with something available. False: sold out. */
  inStock?: InputMaybe<Scalars['Boolean']['input']>;
  /** With a variant at this price or less, in the request's currency. */
  priceMax?: InputMaybe<Scalars['Decimal']['input']>;
  /** With a variant at this price or more, in the request's currency. */
  priceMin?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Something in which a product's variants differ. */
export type ProductOption = {
  __typename?: 'ProductOption';
  /** What differs, such as Colour. */
  name: Scalars['String']['output'];
  /** What there is to choose from, such as Red and Blue. */
  values: Array<Scalars['String']['output']>;
};

/** Something in which a product's variants differ. */
export type ProductOptionInput = {
  /** What differs, such as Colour; at most 50 characters. */
  name: Scalars['String']['input'];
  /** What there is to choose from; 1 to 100 values of at most 100 characters. */
  values: Array<Scalars['String']['input']>;
};

/** How a list of products is ordered. */
export type ProductSort =
  /** Most units sold first. */
  | 'BEST_SELLING'
  /** By name, A to Z, capitals or not. */
  | 'NAME'
  /** Last put up for sale first. */
  | 'NEWEST'
  /** Cheapest first, by the cheapest variant. */
  | 'PRICE_ASC'
  /** Dearest first, by the dearest variant. */
  | 'PRICE_DESC';

/** What is bought: a product in one size, colour and so on. */
export type ProductVariant = {
  __typename?: 'ProductVariant';
  /** Units that can be ordered now. */
  available: Scalars['Int']['output'];
  /** Its id, `var_…`. */
  id: Scalars['ID']['output'];
  /** What tells it from its product's other variants. */
  name: Scalars['String']['output'];
  /** Its value for each of the product's options. */
  options: Array<SelectedOption>;
  /**
   * What one unit costs in the request's currency. Null only beside an INVALID_INPUT error that says that it is not sold in
   * that currency.
   */
  price?: Maybe<Money>;
  /** What one unit costs in each currency that it is sold in. */
  prices: Array<Money>;
  /** The product that it is a variant of. */
  product: Product;
  /** The shop's stock-keeping number; unique in the shop. */
  sku: Scalars['String']['output'];
  /** The books of its stock. Null only beside a FORBIDDEN error, for who may not see them. */
  stock?: Maybe<VariantStock>;
  /** Corrections of its stock by staff, newest first. Null only beside a FORBIDDEN error, for who may not see them. */
  stockMovements?: Maybe<StockMovementConnection>;
  /** Weight of one unit as sent, in grams. */
  weightGrams: Scalars['Int']['output'];
};


/** What is bought: a product in one size, colour and so on. */
export type ProductVariantStockMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A variant of a new product. */
export type ProductVariantInput = {
  /** What tells it from the others, at most 200 characters; null makes it from its options, or from the product's name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its value for each of the product's options. */
  options?: InputMaybe<Array<SelectedOptionInput>>;
  /** What one unit costs. */
  price: MoneyInput;
  /** What one unit costs in further currencies. */
  prices?: InputMaybe<Array<MoneyInput>>;
  /** The shop's stock-keeping number: 1 to 64 characters without blanks, not taken yet. */
  sku: Scalars['String']['input'];
  /** Units on hand to begin with, at most 1000000; null means 0. */
  stock?: InputMaybe<Scalars['Int']['input']>;
  /** Weight of one unit as sent, in grams, at most 1000000; null means 0. */
  weightGrams?: InputMaybe<Scalars['Int']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /** The departments, the first of three levels of categories. */
  categories: Array<Category>;
  /** One category of any level; null when unknown. */
  category?: Maybe<Category>;
  /** Those of the ids that are products of this shop, for sale or not. */
  knownProducts: Array<Scalars['ID']['output']>;
  /** One product, by its id or its slug: exactly one of them. Null when unknown or, for buyers, no longer for sale. */
  product?: Maybe<Product>;
  /** One variant by its id; null when unknown. */
  productVariant?: Maybe<ProductVariant>;
  /** Products for sale in the request's currency, page by page. */
  products: ProductConnection;
  /** What it takes to sell variants, in the order of the ids; null where one is unknown or not for sale. */
  variantOffers: Array<Maybe<VariantOffer>>;
};


export type QueryCategoryArgs = {
  slug: Scalars['String']['input'];
};


export type QueryKnownProductsArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryProductArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProductVariantArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductFilter>;
  first?: Scalars['Int']['input'];
  sort?: InputMaybe<ProductSort>;
};


export type QueryVariantOffersArgs = {
  currencyCode: Scalars['CurrencyCode']['input'];
  ids: Array<Scalars['ID']['input']>;
};

/** What buyers think of a product, summed up. */
export type Rating = {
  __typename?: 'Rating';
  /** Mean of the stars, from 1 to 5, to two decimals; null before the first review. */
  average?: Maybe<Scalars['Float']['output']>;
  /** Number of reviews. */
  count: Scalars['Int']['output'];
};

/** Which order gives its goods back. */
export type ReleaseStockInput = {
  /** The order. */
  orderId: Scalars['ID']['input'];
};

/** Answer to releaseStock. */
export type ReleaseStockPayload = {
  __typename?: 'ReleaseStockPayload';
  /** True when the order holds nothing any more; null when it was refused. */
  released?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** What an order needs held. */
export type ReserveStockInput = {
  /** When the goods are free again if the order was not paid. */
  expiresAt: Scalars['DateTime']['input'];
  /** 1 to 100 lines; lines of one variant add up. */
  lines: Array<StockLineInput>;
  /** The order. */
  orderId: Scalars['ID']['input'];
};

/** Answer to reserveStock. */
export type ReserveStockPayload = {
  __typename?: 'ReserveStockPayload';
  /** True when the goods are held, or were taken already; null when it was refused. */
  reserved?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** A buyer's opinion of a product that they have received. */
export type Review = {
  __typename?: 'Review';
  /** Who wrote it; null when the account is gone. */
  author?: Maybe<User>;
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, `rev_…`. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  product: Product;
  /** From 1, bad, to 5, excellent. */
  stars: Scalars['Int']['output'];
  /** The opinion in words; null when the buyer gave stars alone. */
  text?: Maybe<Scalars['String']['output']>;
};

/** A page of reviews. */
export type ReviewConnection = {
  __typename?: 'ReviewConnection';
  /** The reviews with their cursors. */
  edges: Array<ReviewEdge>;
  /** The reviews. */
  nodes: Array<Review>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many reviews the product has in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A review in a page. */
export type ReviewEdge = {
  __typename?: 'ReviewEdge';
  /** Names this place in the list. */
  cursor: Scalars['String']['output'];
  /** The review. */
  node: Review;
};

/** A review. */
export type ReviewProductInput = {
  /** The product, which the buyer must have received. */
  productId: Scalars['ID']['input'];
  /** From 1, bad, to 5, excellent. */
  stars: Scalars['Int']['input'];
  /** The opinion in words, at most 5000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to reviewProduct. */
export type ReviewProductPayload = {
  __typename?: 'ReviewProductPayload';
  /** The review; null when it was refused. */
  review?: Maybe<Review>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** A variant's value for one of its product's options. */
export type SelectedOption = {
  __typename?: 'SelectedOption';
  /** The option, such as Colour. */
  name: Scalars['String']['output'];
  /** The value, such as Red. */
  value: Scalars['String']['output'];
};

/** A variant's value for one of its product's options. */
export type SelectedOptionInput = {
  /** The option, such as Colour. */
  name: Scalars['String']['input'];
  /** One of the option's values, such as Red. */
  value: Scalars['String']['input'];
};

/** Prices of a variant. */
export type SetVariantPriceInput = {
  /** What one unit costs, once a currency. */
  prices: Array<MoneyInput>;
  /** The variant. */
  variantId: Scalars['ID']['input'];
};

/** Answer to setVariantPrice. */
export type SetVariantPricePayload = {
  __typename?: 'SetVariantPricePayload';
  /** Why they were refused; empty when they were not. */
  userErrors: Array<CatalogUserError>;
  /** The variant with its new prices; null when they were refused. */
  variant?: Maybe<ProductVariant>;
};

/** Units of a variant that an order needs. */
export type StockLineInput = {
  /** Units, 1 to 999. */
  quantity: Scalars['Int']['input'];
  /** The variant. */
  variantId: Scalars['ID']['input'];
};

/** A correction of a variant's stock by staff. */
export type StockMovement = {
  __typename?: 'StockMovement';
  /** Who made it: a user's id, or `service:` and the name of a service. */
  actor: Scalars['String']['output'];
  /** Units that came in; negative when they went out. */
  delta: Scalars['Int']['output'];
  /** Its id, `stm_…`. */
  id: Scalars['ID']['output'];
  /** When it was made. */
  occurredAt: Scalars['DateTime']['output'];
  /** Units on hand after it. */
  onHand: Scalars['Int']['output'];
  /** Why, in the words of who made it. */
  reason: Scalars['String']['output'];
};

/** A page of stock corrections. */
export type StockMovementConnection = {
  __typename?: 'StockMovementConnection';
  /** The corrections with their cursors. */
  edges: Array<StockMovementEdge>;
  /** The corrections. */
  nodes: Array<StockMovement>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A stock correction in a page. */
export type StockMovementEdge = {
  __typename?: 'StockMovementEdge';
  /** Names this place in the list. */
  cursor: Scalars['String']['output'];
  /** The correction. */
  node: StockMovement;
};

/** What changes about a product; what is left out or null stays. */
export type UpdateProductInput = {
  /** The category it stands in. */
  categorySlug?: InputMaybe<Scalars['String']['input']>;
  /** What it is, in plain text. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The revision that the change was made on: when it is no longer the newest, the answer is STALE. */
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  /** Pictures and films, all of them. */
  media?: InputMaybe<Array<MediaInput>>;
  /** What it is called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** In what its variants differ, all of it; values that a variant has must stay. */
  options?: InputMaybe<Array<ProductOptionInput>>;
  /** Which product. */
  productId: Scalars['ID']['input'];
  /** Its name in addresses. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** Answer to updateProduct. */
export type UpdateProductPayload = {
  __typename?: 'UpdateProductPayload';
  /** The product as it is now; null when the change was refused. */
  product?: Maybe<Product>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<CatalogUserError>;
};

/** Somebody with an account at this shop. */
export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

/** What the client asked for cannot be done, and the client can mend it. */
export type UserError = {
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
};

/** What it takes to sell a variant. */
export type VariantOffer = {
  __typename?: 'VariantOffer';
  /** Units that can be ordered now. */
  available: Scalars['Int']['output'];
  /** The product's category. */
  categoryId: Scalars['ID']['output'];
  /** What one unit costs; null when it is not sold in that currency. */
  price?: Maybe<Money>;
  /** Its product. */
  productId: Scalars['ID']['output'];
  /** The product's name. */
  productName: Scalars['String']['output'];
  /** Its stock-keeping number. */
  sku: Scalars['String']['output'];
  /** The variant. */
  variantId: Scalars['ID']['output'];
  /** The variant's name. */
  variantName: Scalars['String']['output'];
  /** Weight of one unit as sent, in grams. */
  weightGrams: Scalars['Int']['output'];
};

/** The books of a variant's stock, in units. On hand = received − sold + returned. */
export type VariantStock = {
  __typename?: 'VariantStock';
  /** Units that can be ordered: on hand less reserved. */
  available: Scalars['Int']['output'];
  /** Units in the warehouse. */
  onHand: Scalars['Int']['output'];
  /** Units that came in, less what staff wrote off. */
  received: Scalars['Int']['output'];
  /** Of these, units held for orders that are not paid yet. */
  reserved: Scalars['Int']['output'];
  /** Units of refunded orders that came back for sale. */
  returned: Scalars['Int']['output'];
  /** Units that paid orders have taken. */
  sold: Scalars['Int']['output'];
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
  Category: Category;
  Product: Product;
  ProductVariant: ProductVariant;
  Review: Review;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Category:
    ( { __typename: 'Category' }
    & GraphQLRecursivePick<FederationTypes['Category'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}> );
  ProductVariant:
    ( { __typename: 'ProductVariant' }
    & GraphQLRecursivePick<FederationTypes['ProductVariant'], {"id":true}> );
  Review:
    ( { __typename: 'Review' }
    & GraphQLRecursivePick<FederationTypes['Review'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Mapped<CatalogUserError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdjustStockInput: ResolverTypeWrapper<Mapped<AdjustStockInput>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  AdjustStockPayload: ResolverTypeWrapper<Mapped<AdjustStockPayload>>;
  ArchiveProductInput: ResolverTypeWrapper<Mapped<ArchiveProductInput>>;
  ArchiveProductPayload: ResolverTypeWrapper<Mapped<ArchiveProductPayload>>;
  CatalogErrorCode: ResolverTypeWrapper<Mapped<CatalogErrorCode>>;
  CatalogUserError: ResolverTypeWrapper<Mapped<CatalogUserError>>;
  Category: ResolverTypeWrapper<Mapped<Category>>;
  CreateCategoryInput: ResolverTypeWrapper<Mapped<CreateCategoryInput>>;
  CreateCategoryPayload: ResolverTypeWrapper<Mapped<CreateCategoryPayload>>;
  CreateProductInput: ResolverTypeWrapper<Mapped<CreateProductInput>>;
  CreateProductPayload: ResolverTypeWrapper<Mapped<CreateProductPayload>>;
  CreateProductVariantInput: ResolverTypeWrapper<Mapped<CreateProductVariantInput>>;
  CreateProductVariantPayload: ResolverTypeWrapper<Mapped<CreateProductVariantPayload>>;
  CurrencyCode: ResolverTypeWrapper<Mapped<Scalars['CurrencyCode']['output']>>;
  DateTime: ResolverTypeWrapper<Mapped<Scalars['DateTime']['output']>>;
  Decimal: ResolverTypeWrapper<Mapped<Scalars['Decimal']['output']>>;
  Media: ResolverTypeWrapper<Mapped<Media>>;
  MediaInput: ResolverTypeWrapper<Mapped<MediaInput>>;
  Money: ResolverTypeWrapper<Mapped<Money>>;
  MoneyInput: ResolverTypeWrapper<Mapped<MoneyInput>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  PriceRange: ResolverTypeWrapper<Mapped<PriceRange>>;
  Product: ResolverTypeWrapper<Mapped<Product>>;
  ProductConnection: ResolverTypeWrapper<Mapped<ProductConnection>>;
  ProductEdge: ResolverTypeWrapper<Mapped<ProductEdge>>;
  ProductFilter: ResolverTypeWrapper<Mapped<ProductFilter>>;
  ProductOption: ResolverTypeWrapper<Mapped<ProductOption>>;
  ProductOptionInput: ResolverTypeWrapper<Mapped<ProductOptionInput>>;
  ProductSort: ResolverTypeWrapper<Mapped<ProductSort>>;
  ProductVariant: ResolverTypeWrapper<Mapped<ProductVariant>>;
  ProductVariantInput: ResolverTypeWrapper<Mapped<ProductVariantInput>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rating: ResolverTypeWrapper<Mapped<Rating>>;
  Float: ResolverTypeWrapper<Mapped<Scalars['Float']['output']>>;
  ReleaseStockInput: ResolverTypeWrapper<Mapped<ReleaseStockInput>>;
  ReleaseStockPayload: ResolverTypeWrapper<Mapped<ReleaseStockPayload>>;
  ReserveStockInput: ResolverTypeWrapper<Mapped<ReserveStockInput>>;
  ReserveStockPayload: ResolverTypeWrapper<Mapped<ReserveStockPayload>>;
  Review: ResolverTypeWrapper<Mapped<Review>>;
  ReviewConnection: ResolverTypeWrapper<Mapped<ReviewConnection>>;
  ReviewEdge: ResolverTypeWrapper<Mapped<ReviewEdge>>;
  ReviewProductInput: ResolverTypeWrapper<Mapped<ReviewProductInput>>;
  ReviewProductPayload: ResolverTypeWrapper<Mapped<ReviewProductPayload>>;
  SelectedOption: ResolverTypeWrapper<Mapped<SelectedOption>>;
  SelectedOptionInput: ResolverTypeWrapper<Mapped<SelectedOptionInput>>;
  SetVariantPriceInput: ResolverTypeWrapper<Mapped<SetVariantPriceInput>>;
  SetVariantPricePayload: ResolverTypeWrapper<Mapped<SetVariantPricePayload>>;
  StockLineInput: ResolverTypeWrapper<Mapped<StockLineInput>>;
  StockMovement: ResolverTypeWrapper<Mapped<StockMovement>>;
  StockMovementConnection: ResolverTypeWrapper<Mapped<StockMovementConnection>>;
  StockMovementEdge: ResolverTypeWrapper<Mapped<StockMovementEdge>>;
  UpdateProductInput: ResolverTypeWrapper<Mapped<UpdateProductInput>>;
  UpdateProductPayload: ResolverTypeWrapper<Mapped<UpdateProductPayload>>;
  User: ResolverTypeWrapper<Mapped<User>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  VariantOffer: ResolverTypeWrapper<Mapped<VariantOffer>>;
  VariantStock: ResolverTypeWrapper<Mapped<VariantStock>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdjustStockInput: Mapped<AdjustStockInput>;
  Int: Mapped<Scalars['Int']['output']>;
  String: Mapped<Scalars['String']['output']>;
  ID: Mapped<Scalars['ID']['output']>;
  AdjustStockPayload: Mapped<AdjustStockPayload>;
  ArchiveProductInput: Mapped<ArchiveProductInput>;
  ArchiveProductPayload: Mapped<ArchiveProductPayload>;
  CatalogUserError: Mapped<CatalogUserError>;
  Category: Mapped<Category | FederationReferenceTypes['Category']>;
  CreateCategoryInput: Mapped<CreateCategoryInput>;
  CreateCategoryPayload: Mapped<CreateCategoryPayload>;
  CreateProductInput: Mapped<CreateProductInput>;
  CreateProductPayload: Mapped<CreateProductPayload>;
  CreateProductVariantInput: Mapped<CreateProductVariantInput>;
  CreateProductVariantPayload: Mapped<CreateProductVariantPayload>;
  CurrencyCode: Mapped<Scalars['CurrencyCode']['output']>;
  DateTime: Mapped<Scalars['DateTime']['output']>;
  Decimal: Mapped<Scalars['Decimal']['output']>;
  Media: Mapped<Media>;
  MediaInput: Mapped<MediaInput>;
  Money: Mapped<Money>;
  MoneyInput: Mapped<MoneyInput>;
  Mutation: Record<PropertyKey, never>;
  PageInfo: Mapped<PageInfo>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  PriceRange: Mapped<PriceRange>;
  Product: Mapped<Product | FederationReferenceTypes['Product']>;
  ProductConnection: Mapped<ProductConnection>;
  ProductEdge: Mapped<ProductEdge>;
  ProductFilter: Mapped<ProductFilter>;
  ProductOption: Mapped<ProductOption>;
  ProductOptionInput: Mapped<ProductOptionInput>;
  ProductVariant: Mapped<ProductVariant | FederationReferenceTypes['ProductVariant']>;
  ProductVariantInput: Mapped<ProductVariantInput>;
  Query: Record<PropertyKey, never>;
  Rating: Mapped<Rating>;
  Float: Mapped<Scalars['Float']['output']>;
  ReleaseStockInput: Mapped<ReleaseStockInput>;
  ReleaseStockPayload: Mapped<ReleaseStockPayload>;
  ReserveStockInput: Mapped<ReserveStockInput>;
  ReserveStockPayload: Mapped<ReserveStockPayload>;
  Review: Mapped<Review | FederationReferenceTypes['Review']>;
  ReviewConnection: Mapped<ReviewConnection>;
  ReviewEdge: Mapped<ReviewEdge>;
  ReviewProductInput: Mapped<ReviewProductInput>;
  ReviewProductPayload: Mapped<ReviewProductPayload>;
  SelectedOption: Mapped<SelectedOption>;
  SelectedOptionInput: Mapped<SelectedOptionInput>;
  SetVariantPriceInput: Mapped<SetVariantPriceInput>;
  SetVariantPricePayload: Mapped<SetVariantPricePayload>;
  StockLineInput: Mapped<StockLineInput>;
  StockMovement: Mapped<StockMovement>;
  StockMovementConnection: Mapped<StockMovementConnection>;
  StockMovementEdge: Mapped<StockMovementEdge>;
  UpdateProductInput: Mapped<UpdateProductInput>;
  UpdateProductPayload: Mapped<UpdateProductPayload>;
  User: Mapped<User>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VariantOffer: Mapped<VariantOffer>;
  VariantStock: Mapped<VariantStock>;
};

export type AdjustStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustStockPayload'] = ResolversParentTypes['AdjustStockPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ArchiveProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveProductPayload'] = ResolversParentTypes['ArchiveProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type CatalogUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogUserError'] = ResolversParentTypes['CatalogUserError']> = {
  code?: Resolver<ResolversTypes['CatalogErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category'], FederationReferenceType extends FederationReferenceTypes['Category'] = FederationReferenceTypes['Category']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Category']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  productCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateCategoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCategoryPayload'] = ResolversParentTypes['CreateCategoryPayload']> = {
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type CreateProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProductPayload'] = ResolversParentTypes['CreateProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type CreateProductVariantPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProductVariantPayload'] = ResolversParentTypes['CreateProductVariantPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type MediaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Media'] = ResolversParentTypes['Media']> = {
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  adjustStock?: Resolver<ResolversTypes['AdjustStockPayload'], ParentType, ContextType, RequireFields<MutationAdjustStockArgs, 'input'>>;
  archiveProduct?: Resolver<ResolversTypes['ArchiveProductPayload'], ParentType, ContextType, RequireFields<MutationArchiveProductArgs, 'input'>>;
  createCategory?: Resolver<ResolversTypes['CreateCategoryPayload'], ParentType, ContextType, RequireFields<MutationCreateCategoryArgs, 'input'>>;
  createProduct?: Resolver<ResolversTypes['CreateProductPayload'], ParentType, ContextType, RequireFields<MutationCreateProductArgs, 'input'>>;
  createProductVariant?: Resolver<ResolversTypes['CreateProductVariantPayload'], ParentType, ContextType, RequireFields<MutationCreateProductVariantArgs, 'input'>>;
  releaseStock?: Resolver<ResolversTypes['ReleaseStockPayload'], ParentType, ContextType, RequireFields<MutationReleaseStockArgs, 'input'>>;
  reserveStock?: Resolver<ResolversTypes['ReserveStockPayload'], ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'input'>>;
  reviewProduct?: Resolver<ResolversTypes['ReviewProductPayload'], ParentType, ContextType, RequireFields<MutationReviewProductArgs, 'input'>>;
  setVariantPrice?: Resolver<ResolversTypes['SetVariantPricePayload'], ParentType, ContextType, RequireFields<MutationSetVariantPriceArgs, 'input'>>;
  updateProduct?: Resolver<ResolversTypes['UpdateProductPayload'], ParentType, ContextType, RequireFields<MutationUpdateProductArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PriceRange'] = ResolversParentTypes['PriceRange']> = {
  max?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inStock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  media?: Resolver<Array<ResolversTypes['Media']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['ProductOption']>, ParentType, ContextType>;
  priceRange?: Resolver<ResolversTypes['PriceRange'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['ReviewConnection'], ParentType, ContextType, RequireFields<ProductReviewsArgs, 'first'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shippingWeightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type ProductConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductConnection'] = ResolversParentTypes['ProductConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Product']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ProductEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductEdge'] = ResolversParentTypes['ProductEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
};

export type ProductOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductOption'] = ResolversParentTypes['ProductOption']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProductVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProductVariant'] = ResolversParentTypes['ProductVariant'], FederationReferenceType extends FederationReferenceTypes['ProductVariant'] = FederationReferenceTypes['ProductVariant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProductVariant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  options?: Resolver<Array<ResolversTypes['SelectedOption']>, ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['VariantStock']>, ParentType, ContextType>;
  stockMovements?: Resolver<Maybe<ResolversTypes['StockMovementConnection']>, ParentType, ContextType, RequireFields<ProductVariantStockMovementsArgs, 'first'>>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'slug'>>;
  knownProducts?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType, RequireFields<QueryKnownProductsArgs, 'ids'>>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, Partial<QueryProductArgs>>;
  productVariant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType, RequireFields<QueryProductVariantArgs, 'id'>>;
  products?: Resolver<ResolversTypes['ProductConnection'], ParentType, ContextType, RequireFields<QueryProductsArgs, 'first' | 'sort'>>;
  variantOffers?: Resolver<Array<Maybe<ResolversTypes['VariantOffer']>>, ParentType, ContextType, RequireFields<QueryVariantOffersArgs, 'currencyCode' | 'ids'>>;
};

export type RatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = {
  average?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReleaseStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseStockPayload'] = ResolversParentTypes['ReleaseStockPayload']> = {
  released?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type ReserveStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockPayload'] = ResolversParentTypes['ReserveStockPayload']> = {
  reserved?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type ReviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Review'] = ResolversParentTypes['Review'], FederationReferenceType extends FederationReferenceTypes['Review'] = FederationReferenceTypes['Review']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Review']> | FederationReferenceType, FederationReferenceType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  product?: Resolver<ResolversTypes['Product'], ParentType, ContextType>;
  stars?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReviewConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewConnection'] = ResolversParentTypes['ReviewConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReviewEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Review']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReviewEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewEdge'] = ResolversParentTypes['ReviewEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Review'], ParentType, ContextType>;
};

export type ReviewProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewProductPayload'] = ResolversParentTypes['ReviewProductPayload']> = {
  review?: Resolver<Maybe<ResolversTypes['Review']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type SelectedOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SelectedOption'] = ResolversParentTypes['SelectedOption']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SetVariantPricePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetVariantPricePayload'] = ResolversParentTypes['SetVariantPricePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
  variant?: Resolver<Maybe<ResolversTypes['ProductVariant']>, ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  delta?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type UpdateProductPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProductPayload'] = ResolversParentTypes['UpdateProductPayload']> = {
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['CatalogUserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'CatalogUserError', ParentType, ContextType>;
};

export type VariantOfferResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantOffer'] = ResolversParentTypes['VariantOffer']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  categoryId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  price?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  productId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  productName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  variantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VariantStockResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VariantStock'] = ResolversParentTypes['VariantStock']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AdjustStockPayload?: AdjustStockPayloadResolvers<ContextType>;
  ArchiveProductPayload?: ArchiveProductPayloadResolvers<ContextType>;
  CatalogUserError?: CatalogUserErrorResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CreateCategoryPayload?: CreateCategoryPayloadResolvers<ContextType>;
  CreateProductPayload?: CreateProductPayloadResolvers<ContextType>;
  CreateProductVariantPayload?: CreateProductVariantPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Media?: MediaResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PriceRange?: PriceRangeResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductConnection?: ProductConnectionResolvers<ContextType>;
  ProductEdge?: ProductEdgeResolvers<ContextType>;
  ProductOption?: ProductOptionResolvers<ContextType>;
  ProductVariant?: ProductVariantResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  ReleaseStockPayload?: ReleaseStockPayloadResolvers<ContextType>;
  ReserveStockPayload?: ReserveStockPayloadResolvers<ContextType>;
  Review?: ReviewResolvers<ContextType>;
  ReviewConnection?: ReviewConnectionResolvers<ContextType>;
  ReviewEdge?: ReviewEdgeResolvers<ContextType>;
  ReviewProductPayload?: ReviewProductPayloadResolvers<ContextType>;
  SelectedOption?: SelectedOptionResolvers<ContextType>;
  SetVariantPricePayload?: SetVariantPricePayloadResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  UpdateProductPayload?: UpdateProductPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VariantOffer?: VariantOfferResolvers<ContextType>;
  VariantStock?: VariantStockResolvers<ContextType>;
};

