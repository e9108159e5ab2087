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
  /** A point in time, RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A postal address in a user's address book. */
export type Address = {
  __typename?: 'Address';
  /** City or town. */
  city: Scalars['String']['output'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['output'];
  /** Identifies the address: adr_… */
  id: Scalars['ID']['output'];
  /** Street and number. */
  line1: Scalars['String']['output'];
  /** Flat, floor, company; null when none was given. */
  line2?: Maybe<Scalars['String']['output']>;
  /** Telephone number for the carrier; null when none was given. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Postal code as the country writes it. */
  postalCode: Scalars['String']['output'];
  /** Who receives the parcel. */
  recipient: Scalars['String']['output'];
  /** State, province or region; null where there is none. */
  region?: Maybe<Scalars['String']['output']>;
};

/** To give a user a role. */
export type AssignRoleInput = {
  /** The role; one the user has already changes nothing. */
  role: Role;
  /** Who gets it. */
  userId: Scalars['ID']['input'];
};

/** The answer to assignRole. */
export type AssignRolePayload = {
  __typename?: 'AssignRolePayload';
  /** The user as changed; null when refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** To change the password. */
export type ChangePasswordInput = {
  /** The password so far. */
  currentPassword: Scalars['String']['input'];
  /** The password from now on, 8 to 200 characters. */
  newPassword: Scalars['String']['input'];
};

/** The answer to changePassword. */
export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** Whose password was changed; null when refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** What can be done with accounts. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Gives a user a role; it counts from the next access token on. For administrators. */
  assignRole: AssignRolePayload;
  /** Changes the password and ends every other session. */
  changePassword: ChangePasswordPayload;
  /** Exchanges a refresh token for a new session. A token that was exchanged before ends the session it belongs to. */
  refreshSession: RefreshSessionPayload;
  /** Removes an address from the signed-in user's address book. */
  removeAddress: RemoveAddressPayload;
  /** Takes a role from a user; it counts from the next access token on. For administrators. */
  revokeRole: RevokeRolePayload;
  /** Adds an address to the signed-in user's address book, or changes one. */
  saveAddress: SaveAddressPayload;
  /** Signs in. */
  signIn: SignInPayload;
  /** Ends this session, or all sessions of the user. Access tokens given out live on for at most ten minutes. */
  signOut: SignOutPayload;
  /** Opens an account and signs in. */
  signUp: SignUpPayload;
  /** Changes the signed-in user's name. */
  updateProfile: UpdateProfilePayload;
};


/** What can be done with accounts. */
export type MutationAssignRoleArgs = {
  input: AssignRoleInput;
};


/** What can be done with accounts. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** What can be done with accounts. */
export type MutationRefreshSessionArgs = {
  input: RefreshSessionInput;
};


/** What can be done with accounts. */
export type MutationRemoveAddressArgs = {
  input: RemoveAddressInput;
};


/** What can be done with accounts. */
export type MutationRevokeRoleArgs = {
  input: RevokeRoleInput;
};


/** What can be done with accounts. */
export type MutationSaveAddressArgs = {
  input: SaveAddressInput;
};


/** What can be done with accounts. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** What can be done with accounts. */
export type MutationSignOutArgs = {
  input?: InputMaybe<SignOutInput>;
};


/** What can be done with accounts. */
export type MutationSignUpArgs = {
  input: SignUpInput;
};


/** What can be done with accounts. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
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

/** What there is to read about accounts. */
export type Query = {
  __typename?: 'Query';
  /** The public keys that this shop's access tokens are signed with: a JSON Web Key Set (RFC 7517) as text. */
  keySet: Scalars['String']['output'];
  /** The signed-in user; null for a guest. */
  me?: Maybe<User>;
  /** A user by id; null when unknown. For those who work for the shop. */
  user?: Maybe<User>;
  /** All users, newest first. For those who work for the shop. */
  users: UserConnection;
};


/** What there is to read about accounts. */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/** What there is to read about accounts. */
export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** To go on with a session whose access token has ended. */
export type RefreshSessionInput = {
  /** The newest refresh token of the session. Used twice, it ends the session. */
  refreshToken: Scalars['String']['input'];
};

/** The answer to refreshSession. */
export type RefreshSessionPayload = {
  __typename?: 'RefreshSessionPayload';
  /** The session with new tokens; null when refused. */
  session?: Maybe<Session>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** To remove an address. */
export type RemoveAddressInput = {
  /** The address to remove. */
  id: Scalars['ID']['input'];
};

/** The answer to removeAddress. */
export type RemoveAddressPayload = {
  __typename?: 'RemoveAddressPayload';
  /** The id of the address that is gone; null when refused. */
  removedAddressId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** To take a role from a user. */
export type RevokeRoleInput = {
  /** The role. BUYER cannot be taken, nor ADMIN from the last one who has it. */
  role: Role;
  /** Who loses it. */
  userId: Scalars['ID']['input'];
};

/** The answer to revokeRole. */
export type RevokeRolePayload = {
  __typename?: 'RevokeRolePayload';
  /** The user as changed; null when refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** What an account may do. */
export type Role =
  /** Runs the shop: everything that staff may do, and assigns roles. */
  | 'ADMIN'
  /** Shops. Every account has it. */
  | 'BUYER'
  /** Works for the shop: products, orders, refunds, shipments, coupons. */
  | 'STAFF';

/** To add an address, or to change the one with this id. */
export type SaveAddressInput = {
  /** City or town. */
  city: Scalars['String']['input'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['input'];
  /** The address to change; left out, a new one is added. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Street and number. */
  line1: Scalars['String']['input'];
  /** Flat, floor, company. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number for the carrier. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Postal code as the country writes it. */
  postalCode: Scalars['String']['input'];
  /** Who receives the parcel, 1 to 200 characters. */
  recipient: Scalars['String']['input'];
  /** State, province or region. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to saveAddress. */
export type SaveAddressPayload = {
  __typename?: 'SaveAddressPayload';
  /** The address as saved; null when refused. */
  address?: Maybe<Address>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** A signed-in session of a user on one device. */
export type Session = {
  __typename?: 'Session';
  /** Sent as `Authorization: Bearer …`; a JWT of ten minutes. */
  accessToken: Scalars['String']['output'];
  /** When the access token ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** Exchanged once for a new session by refreshSession; keep it secret. */
  refreshToken: Scalars['String']['output'];
  /** Who is signed in. */
  user: User;
};

/** To sign in. */
export type SignInInput = {
  /** The account's e-mail address. */
  email: Scalars['String']['input'];
  /** The account's password. */
  password: Scalars['String']['input'];
  /** A one-time code. Not looked at: accounts have no second factor yet. */
  totpCode?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to signIn. */
export type SignInPayload = {
  __typename?: 'SignInPayload';
  /** The session; null when refused. */
  session?: Maybe<Session>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** To end a session. */
export type SignOutInput = {
  /** Whether to end every session of the user, on all devices. False when left out. */
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to signOut. */
export type SignOutPayload = {
  __typename?: 'SignOutPayload';
  /** How many sessions were ended; null when refused. */
  endedSessions?: Maybe<Scalars['Int']['output']>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** To open an account. */
export type SignUpInput = {
  /** The name shown to others, 1 to 100 characters. */
  displayName: Scalars['String']['input'];
  /** The address to sign in with; upper and lower case are the same. */
  email: Scalars['String']['input'];
  /** 8 to 200 characters. */
  password: Scalars['String']['input'];
};

/** The answer to signUp. */
export type SignUpPayload = {
  __typename?: 'SignUpPayload';
  /** The new user's session; null when refused. */
  session?: Maybe<Session>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** To change what others see. */
export type UpdateProfileInput = {
  /** The name shown to others, 1 to 100 characters. */
  displayName: Scalars['String']['input'];
};

/** The answer to updateProfile. */
export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  /** The user as changed; null when refused. */
  user?: Maybe<User>;
  /** Why it was refused; empty when it was done. */
  userErrors: Array<UsersUserError>;
};

/** Somebody with an account at this shop. */
export type User = {
  __typename?: 'User';
  /** The user's address book, newest first, at most 50; empty unless it is your own or you work for the shop. */
  addresses: Array<Address>;
  /** When the account was opened; null unless it is your own or you work for the shop. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name shown to others. */
  displayName: Scalars['String']['output'];
  /** The address to sign in with; null unless it is your own or you work for the shop. */
  email?: Maybe<Scalars['String']['output']>;
  /** Identifies the user: usr_… */
  id: Scalars['ID']['output'];
  /** What the account may do; empty unless it is your own or you work for the shop. */
  roles: Array<Role>;
};

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The users with their cursors. */
  edges: Array<UserEdge>;
  /** The users. */
  nodes: Array<User>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many users match; null when it was not counted. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A user in a page. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Where the user stands in the list. */
  cursor: Scalars['String']['output'];
  /** The user. */
  node: User;
};

/** What the client asked for cannot be done, and the client can mend it. */
export type UserError = {
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
};

/** What can go wrong with accounts, sessions and addresses. */
export type UsersErrorCode =
  /** An account with this e-mail address exists. */
  | 'EMAIL_TAKEN'
  /** The object's state does not allow it. */
  | 'ILLEGAL_STATE'
  /** E-mail address, password or token is wrong; it is not said which. */
  | 'INVALID_CREDENTIALS'
  /** A value of the input cannot be taken. */
  | 'INVALID_INPUT'
  /** There is no such object, or it belongs to somebody else. */
  | 'NOT_FOUND';

/** A refusal by the users subgraph. */
export type UsersUserError = UserError & {
  __typename?: 'UsersUserError';
  /** What went wrong, for a program. */
  code: UsersErrorCode;
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
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
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Mapped<UsersUserError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<Mapped<Address>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  AssignRoleInput: ResolverTypeWrapper<Mapped<AssignRoleInput>>;
  AssignRolePayload: ResolverTypeWrapper<Mapped<AssignRolePayload>>;
  ChangePasswordInput: ResolverTypeWrapper<Mapped<ChangePasswordInput>>;
  ChangePasswordPayload: ResolverTypeWrapper<Mapped<ChangePasswordPayload>>;
  DateTime: ResolverTypeWrapper<Mapped<Scalars['DateTime']['output']>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  RefreshSessionInput: ResolverTypeWrapper<Mapped<RefreshSessionInput>>;
  RefreshSessionPayload: ResolverTypeWrapper<Mapped<RefreshSessionPayload>>;
  RemoveAddressInput: ResolverTypeWrapper<Mapped<RemoveAddressInput>>;
  RemoveAddressPayload: ResolverTypeWrapper<Mapped<RemoveAddressPayload>>;
  RevokeRoleInput: ResolverTypeWrapper<Mapped<RevokeRoleInput>>;
  RevokeRolePayload: ResolverTypeWrapper<Mapped<RevokeRolePayload>>;
  Role: ResolverTypeWrapper<Mapped<Role>>;
  SaveAddressInput: ResolverTypeWrapper<Mapped<SaveAddressInput>>;
  SaveAddressPayload: ResolverTypeWrapper<Mapped<SaveAddressPayload>>;
  Session: ResolverTypeWrapper<Mapped<Session>>;
  SignInInput: ResolverTypeWrapper<Mapped<SignInInput>>;
  SignInPayload: ResolverTypeWrapper<Mapped<SignInPayload>>;
  SignOutInput: ResolverTypeWrapper<Mapped<SignOutInput>>;
  SignOutPayload: ResolverTypeWrapper<Mapped<SignOutPayload>>;
  SignUpInput: ResolverTypeWrapper<Mapped<SignUpInput>>;
  SignUpPayload: ResolverTypeWrapper<Mapped<SignUpPayload>>;
  UpdateProfileInput: ResolverTypeWrapper<Mapped<UpdateProfileInput>>;
  UpdateProfilePayload: ResolverTypeWrapper<Mapped<UpdateProfilePayload>>;
  User: ResolverTypeWrapper<Mapped<User>>;
  UserConnection: ResolverTypeWrapper<Mapped<UserConnection>>;
  UserEdge: ResolverTypeWrapper<Mapped<UserEdge>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UsersErrorCode: ResolverTypeWrapper<Mapped<UsersErrorCode>>;
  UsersUserError: ResolverTypeWrapper<Mapped<UsersUserError>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: Mapped<Address>;
  String: Mapped<Scalars['String']['output']>;
  ID: Mapped<Scalars['ID']['output']>;
  AssignRoleInput: Mapped<AssignRoleInput>;
  AssignRolePayload: Mapped<AssignRolePayload>;
  ChangePasswordInput: Mapped<ChangePasswordInput>;
  ChangePasswordPayload: Mapped<ChangePasswordPayload>;
  DateTime: Mapped<Scalars['DateTime']['output']>;
  Mutation: Record<PropertyKey, never>;
  PageInfo: Mapped<PageInfo>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  Query: Record<PropertyKey, never>;
  Int: Mapped<Scalars['Int']['output']>;
  RefreshSessionInput: Mapped<RefreshSessionInput>;
  RefreshSessionPayload: Mapped<RefreshSessionPayload>;
  RemoveAddressInput: Mapped<RemoveAddressInput>;
  RemoveAddressPayload: Mapped<RemoveAddressPayload>;
  RevokeRoleInput: Mapped<RevokeRoleInput>;
  RevokeRolePayload: Mapped<RevokeRolePayload>;
  SaveAddressInput: Mapped<SaveAddressInput>;
  SaveAddressPayload: Mapped<SaveAddressPayload>;
  Session: Mapped<Session>;
  SignInInput: Mapped<SignInInput>;
  SignInPayload: Mapped<SignInPayload>;
  SignOutInput: Mapped<SignOutInput>;
  SignOutPayload: Mapped<SignOutPayload>;
  SignUpInput: Mapped<SignUpInput>;
  SignUpPayload: Mapped<SignUpPayload>;
  UpdateProfileInput: Mapped<UpdateProfileInput>;
  UpdateProfilePayload: Mapped<UpdateProfilePayload>;
  User: Mapped<User | FederationReferenceTypes['User']>;
  UserConnection: Mapped<UserConnection>;
  UserEdge: Mapped<UserEdge>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  UsersUserError: Mapped<UsersUserError>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AssignRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignRolePayload'] = ResolversParentTypes['AssignRolePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  assignRole?: Resolver<ResolversTypes['AssignRolePayload'], ParentType, ContextType, RequireFields<MutationAssignRoleArgs, 'input'>>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  refreshSession?: Resolver<ResolversTypes['RefreshSessionPayload'], ParentType, ContextType, RequireFields<MutationRefreshSessionArgs, 'input'>>;
  removeAddress?: Resolver<ResolversTypes['RemoveAddressPayload'], ParentType, ContextType, RequireFields<MutationRemoveAddressArgs, 'input'>>;
  revokeRole?: Resolver<ResolversTypes['RevokeRolePayload'], ParentType, ContextType, RequireFields<MutationRevokeRoleArgs, 'input'>>;
  saveAddress?: Resolver<ResolversTypes['SaveAddressPayload'], ParentType, ContextType, RequireFields<MutationSaveAddressArgs, 'input'>>;
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'input'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType, Partial<MutationSignOutArgs>>;
  signUp?: Resolver<ResolversTypes['SignUpPayload'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  keySet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<ResolversTypes['UserConnection'], ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
};

export type RefreshSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshSessionPayload'] = ResolversParentTypes['RefreshSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type RemoveAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveAddressPayload'] = ResolversParentTypes['RemoveAddressPayload']> = {
  removedAddressId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type RevokeRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeRolePayload'] = ResolversParentTypes['RevokeRolePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type SaveAddressPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveAddressPayload'] = ResolversParentTypes['SaveAddressPayload']> = {
  address?: Resolver<Maybe<ResolversTypes['Address']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SignInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  endedSessions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type SignUpPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignUpPayload'] = ResolversParentTypes['SignUpPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UsersUserError']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  addresses?: Resolver<Array<ResolversTypes['Address']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'UsersUserError', ParentType, ContextType>;
};

export type UsersUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsersUserError'] = ResolversParentTypes['UsersUserError']> = {
  code?: Resolver<ResolversTypes['UsersErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Address?: AddressResolvers<ContextType>;
  AssignRolePayload?: AssignRolePayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshSessionPayload?: RefreshSessionPayloadResolvers<ContextType>;
  RemoveAddressPayload?: RemoveAddressPayloadResolvers<ContextType>;
  RevokeRolePayload?: RevokeRolePayloadResolvers<ContextType>;
  SaveAddressPayload?: SaveAddressPayloadResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  SignUpPayload?: SignUpPayloadResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UsersUserError?: UsersUserErrorResolvers<ContextType>;
};

