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

/** A postal address to which something is sent. */
export type AddressInput = {
  /** City or town. */
  city: Scalars['String']['input'];
  /** Country, as an ISO 3166-1 alpha-2 code such as US. */
  countryCode: Scalars['String']['input'];
  /** Street and house number. */
  line1: Scalars['String']['input'];
  /** Flat, floor, company. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number for the carrier. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Postal code. */
  postalCode: Scalars['String']['input'];
  /** Who receives the parcel. */
  recipient: Scalars['String']['input'];
  /** State, province or county. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** A company that carries parcels for the shop. */
export type Carrier = {
  __typename?: 'Carrier';
  /** The shop's short name for it, unique, for example ups. */
  code: Scalars['String']['output'];
  /** Those who drive for it, by name; empty for all but the staff. */
  couriers: Array<Courier>;
  /** Identifies the carrier: car_… */
  id: Scalars['ID']['output'];
  /** Its name for buyers. */
  name: Scalars['String']['output'];
  /** What it offers for new orders, fastest first. */
  services: Array<CarrierService>;
};

/** A way in which a carrier takes a parcel, with a speed and rates of its own. */
export type CarrierService = {
  __typename?: 'CarrierService';
  /** Whether it is offered for new orders. */
  active: Scalars['Boolean']['output'];
  /** Who runs it. */
  carrier: Carrier;
  /** Short name, unique for its carrier, for example express. */
  code: Scalars['String']['output'];
  /** Identifies the service: svc_… */
  id: Scalars['ID']['output'];
  /** Days until the delivery at the latest. */
  maxDays: Scalars['Int']['output'];
  /** Days until the delivery at the earliest. */
  minDays: Scalars['Int']['output'];
  /** Its name for buyers. */
  name: Scalars['String']['output'];
};

/**
 * What somebody is about to buy, at the prices of now. A guest's cart is reached by its id alone; that of a signed-in buyer
 * by that buyer alone. A guest's cart becomes the buyer's who puts a coupon on it or orders it.
 */
export type Cart = {
  __typename?: 'Cart';
  currencyCode: Scalars['CurrencyCode']['output'];
  /** Identifies the cart: crt_… */
  id: Scalars['ID']['output'];
  /** How the cart may be sent, cheapest first; empty when nothing serves the destination in the cart's currency. */
  shippingQuotes: Array<ShippingQuote>;
  totalWeightGrams: Scalars['Int']['output'];
};


/**
 * What somebody is about to buy, at the prices of now. A guest's cart is reached by its id alone; that of a signed-in buyer
 * by that buyer alone. A guest's cart becomes the buyer's who puts a coupon on it or orders it.
 */
export type CartShippingQuotesArgs = {
  destination: AddressInput;
};

/** Somebody who brings parcels to the door. */
export type Courier = {
  __typename?: 'Courier';
  /** Identifies the courier: cou_… */
  id: Scalars['ID']['output'];
  /** The courier's name. */
  name: Scalars['String']['output'];
  /** Telephone number of the courier. */
  phone: Scalars['String']['output'];
};

/** Which carrier to add. */
export type CreateCarrierInput = {
  /** Its short name: a-z, 0-9 and dashes, unique. */
  code: Scalars['String']['input'];
  /** Its name for buyers. */
  name: Scalars['String']['input'];
};

/** What came of adding a carrier. */
export type CreateCarrierPayload = {
  __typename?: 'CreateCarrierPayload';
  /** The new carrier; null when it was refused. */
  carrier?: Maybe<Carrier>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** Which service to add to a carrier. */
export type CreateCarrierServiceInput = {
  /** The carrier that runs it: car_… */
  carrierId: Scalars['ID']['input'];
  /** Its short name: a-z, 0-9 and dashes, unique for the carrier. */
  code: Scalars['String']['input'];
  /** Days until the delivery at the latest, minDays to 365. */
  maxDays: Scalars['Int']['input'];
  /** Days until the delivery at the earliest, 0 to 365. */
  minDays: Scalars['Int']['input'];
  /** Its name for buyers. */
  name: Scalars['String']['input'];
};

/** What came of adding a service. */
export type CreateCarrierServicePayload = {
  __typename?: 'CreateCarrierServicePayload';
  /** The new service; null when it was refused. */
  service?: Maybe<CarrierService>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** Which courier to add. */
export type CreateCourierInput = {
  /** The carrier that the courier drives for: car_… */
  carrierId: Scalars['ID']['input'];
  /** The courier's name. */
  name: Scalars['String']['input'];
  /** Telephone number of the courier. */
  phone: Scalars['String']['input'];
};

/** What came of adding a courier. */
export type CreateCourierPayload = {
  __typename?: 'CreateCourierPayload';
  /** The new courier; null when it was refused. */
  courier?: Maybe<Courier>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** Which pick-up point to add. */
export type CreatePickupPointInput = {
  /** Its postal address. */
  address: PickupPointAddressInput;
  /** Where it lies. */
  location: GeoPointInput;
  /** Its name for buyers. */
  name: Scalars['String']['input'];
};

/** What came of adding a pick-up point. */
export type CreatePickupPointPayload = {
  __typename?: 'CreatePickupPointPayload';
  /** The new point; null when it was refused. */
  pickupPoint?: Maybe<PickupPoint>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** What sending one piece of a product would cost and how long it would take, by the cheapest service. */
export type DeliveryEstimate = {
  __typename?: 'DeliveryEstimate';
  /** Who would carry it. */
  carrier: Carrier;
  /** Days until the delivery at the latest. */
  maxDays: Scalars['Int']['output'];
  /** Days until the delivery at the earliest. */
  minDays: Scalars['Int']['output'];
  /** What it would cost. */
  price: Money;
};

/** Which shipment to hand to its carrier. */
export type DispatchShipmentInput = {
  /** Who brings it to the door: cou_… of the shipment's carrier; left out when nobody is named. */
  courierId?: InputMaybe<Scalars['ID']['input']>;
  /** The shipment: shp_… */
  shipmentId: Scalars['ID']['input'];
};

/** What came of a dispatch. */
export type DispatchShipmentPayload = {
  __typename?: 'DispatchShipmentPayload';
  /** The shipment; null when it was refused. */
  shipment?: Maybe<Shipment>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** A place on earth. */
export type GeoPoint = {
  __typename?: 'GeoPoint';
  /** Degrees north of the equator, -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** Degrees east of Greenwich, -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** A place on earth that a client names. */
export type GeoPointInput = {
  /** Degrees north of the equator, -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees east of Greenwich, -180 to 180. */
  longitude: Scalars['Float']['input'];
};

/** What can go wrong with carriers, rates and shipments. */
export type LogisticsErrorCode =
  /** Another object has this code. */
  | 'CODE_TAKEN'
  /** The object's state does not allow it. */
  | 'ILLEGAL_STATE'
  /** A value of the input cannot be taken. */
  | 'INVALID_INPUT'
  /** There is no such object. */
  | 'NOT_FOUND';

/** A refusal by the logistics subgraph. */
export type LogisticsUserError = UserError & {
  __typename?: 'LogisticsUserError';
  /** What went wrong, for a program. */
  code: LogisticsErrorCode;
  /** Path into the input; null when it is about the whole. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What is wrong, in a sentence for a person. */
  message: Scalars['String']['output'];
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
  /** Adds a carrier. */
  createCarrier: CreateCarrierPayload;
  /** Adds a service to a carrier. */
  createCarrierService: CreateCarrierServicePayload;
  /** Adds a courier to a carrier. */
  createCourier: CreateCourierPayload;
  /** Adds a pick-up point. */
  createPickupPoint: CreatePickupPointPayload;
  /** Hands a shipment to its carrier; it gets its tracking number. */
  dispatchShipment: DispatchShipmentPayload;
  /** Records a carrier's scan. The shipment moves forward only; the same scan is recorded once. */
  recordTrackingEvent: RecordTrackingEventPayload;
  /** Offers a service for new orders, or withdraws it. */
  setCarrierServiceActive: SetCarrierServiceActivePayload;
  /** Sets what a service takes for a parcel to a zone, in one currency. */
  setShippingRate: SetShippingRatePayload;
  /** Adds a zone or changes one: its name and all its places. */
  setShippingZone: SetShippingZonePayload;
  /** Plays the carrier: begins the rest of a journey, up to the delivery, and answers at once. */
  simulateDelivery: SimulateDeliveryPayload;
};


export type MutationCreateCarrierArgs = {
  input: CreateCarrierInput;
};


export type MutationCreateCarrierServiceArgs = {
  input: CreateCarrierServiceInput;
};


export type MutationCreateCourierArgs = {
  input: CreateCourierInput;
};


export type MutationCreatePickupPointArgs = {
  input: CreatePickupPointInput;
};


export type MutationDispatchShipmentArgs = {
  input: DispatchShipmentInput;
};


export type MutationRecordTrackingEventArgs = {
  input: RecordTrackingEventInput;
};


export type MutationSetCarrierServiceActiveArgs = {
  input: SetCarrierServiceActiveInput;
};


export type MutationSetShippingRateArgs = {
  input: SetShippingRateInput;
};


export type MutationSetShippingZoneArgs = {
  input: SetShippingZoneInput;
};


export type MutationSimulateDeliveryArgs = {
  input: SimulateDeliveryInput;
};

/** What a buyer has ordered, as it was agreed: later changes of names, prices and addresses do not reach it. */
export type Order = {
  __typename?: 'Order';
  /** Identifies the order: ord_… */
  id: Scalars['ID']['output'];
  /** The parcels that bring the order; empty until it is paid, and for all but its buyer and the staff. */
  shipments: Array<Shipment>;
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

/** A place where a buyer may collect a parcel. */
export type PickupPoint = {
  __typename?: 'PickupPoint';
  /** Its postal address. */
  address: PickupPointAddress;
  /** Kilometres, as the crow flies, from the place that was asked about; null when no place was. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** Identifies the point: pup_… */
  id: Scalars['ID']['output'];
  /** Where it lies. */
  location: GeoPoint;
  /** Its name for buyers. */
  name: Scalars['String']['output'];
};

/** The postal address of a pick-up point. */
export type PickupPointAddress = {
  __typename?: 'PickupPointAddress';
  /** City or town. */
  city: Scalars['String']['output'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['output'];
  /** Street and house number. */
  line1: Scalars['String']['output'];
  /** Postal code. */
  postalCode: Scalars['String']['output'];
  /** State, province or county; null when there is none. */
  region?: Maybe<Scalars['String']['output']>;
};

/** The postal address of a pick-up point to be added. */
export type PickupPointAddressInput = {
  /** City or town. */
  city: Scalars['String']['input'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['input'];
  /** Street and house number. */
  line1: Scalars['String']['input'];
  /** Postal code. */
  postalCode: Scalars['String']['input'];
  /** State, province or county. */
  region?: InputMaybe<Scalars['String']['input']>;
};

/** A page of pick-up points. */
export type PickupPointConnection = {
  __typename?: 'PickupPointConnection';
  /** The points with their cursors. */
  edges: Array<PickupPointEdge>;
  /** The points. */
  nodes: Array<PickupPoint>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many points lie within the radius. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A pick-up point in a list. */
export type PickupPointEdge = {
  __typename?: 'PickupPointEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The point. */
  node: PickupPoint;
};

/** What an order pays for its delivery, computed when it is placed. */
export type PricedShipping = {
  __typename?: 'PricedShipping';
  /** The carrier that runs it: car_… */
  carrierId: Scalars['ID']['output'];
  /** Days until the delivery at the latest. */
  maxDays: Scalars['Int']['output'];
  /** Days until the delivery at the earliest. */
  minDays: Scalars['Int']['output'];
  /** What it costs now. */
  price: Money;
  /** What the quote said that it costs. */
  quotedPrice: Money;
  /** The service that was chosen: svc_… */
  serviceId: Scalars['ID']['output'];
};

/** Something a shop sells, in one or more variants. */
export type Product = {
  __typename?: 'Product';
  /** What sending one piece would cost, in the currency of the request; null when nothing serves the destination. */
  deliveryEstimate?: Maybe<DeliveryEstimate>;
  /** Its id, `prd_…`. */
  id: Scalars['ID']['output'];
  shippingWeightGrams: Scalars['Int']['output'];
};


/** Something a shop sells, in one or more variants. */
export type ProductDeliveryEstimateArgs = {
  countryCode: Scalars['String']['input'];
  postalCode: Scalars['String']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** The carriers that the shop works with, by name. */
  carriers: Array<Carrier>;
  /** The pick-up points around a place, nearest first. */
  pickupPoints: PickupPointConnection;
  /** Computes anew what a quote stands for; null when it does not serve this destination, weight or currency. */
  priceShipping?: Maybe<PricedShipping>;
  /** The shipment with a tracking number, for whoever holds the number; null when there is none. */
  shipmentByTrackingNumber?: Maybe<Shipment>;
  /** The shipments, newest first. */
  shipments: ShipmentConnection;
  /** The zones that the shop sends to, with their rates, by code. */
  shippingZones: Array<ShippingZone>;
};


export type QueryPickupPointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  near: GeoPointInput;
  radiusKm: Scalars['Float']['input'];
};


export type QueryPriceShippingArgs = {
  currencyCode: Scalars['CurrencyCode']['input'];
  destination: AddressInput;
  quoteId: Scalars['ID']['input'];
  weightGrams: Scalars['Int']['input'];
};


export type QueryShipmentByTrackingNumberArgs = {
  trackingNumber: Scalars['String']['input'];
};


export type QueryShipmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShipmentFilter>;
  first: Scalars['Int']['input'];
};

/** A scan that a carrier reports. */
export type RecordTrackingEventInput = {
  /** What happened, in a sentence of at most 500 characters. */
  description: Scalars['String']['input'];
  /** Where it happened, at most 200 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** When it happened; now when left out. A scan that is recorded already is not recorded again. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** How far it has come. It never goes back. */
  status: ShipmentStatus;
  /** The number of the parcel. */
  trackingNumber: Scalars['String']['input'];
};

/** What came of a scan. */
export type RecordTrackingEventPayload = {
  __typename?: 'RecordTrackingEventPayload';
  /** The shipment; null when it was refused. */
  shipment?: Maybe<Shipment>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** Whether a service is to be offered. */
export type SetCarrierServiceActiveInput = {
  /** True to offer it for new orders; shipments that were made stay as they are. */
  active: Scalars['Boolean']['input'];
  /** The service: svc_… */
  serviceId: Scalars['ID']['input'];
};

/** What came of offering or withdrawing a service. */
export type SetCarrierServiceActivePayload = {
  __typename?: 'SetCarrierServiceActivePayload';
  /** The service; null when it was refused. */
  service?: Maybe<CarrierService>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** A rate as it is to be. */
export type SetShippingRateInput = {
  /** Taken for every parcel; its currency is that of the rate. */
  base: MoneyInput;
  /** Weight in grams above which the service takes no parcel, 1 to 10000000. */
  maxWeightGrams: Scalars['Int']['input'];
  /** Taken on top for every kilogram that is begun, in the same currency. */
  perKg: MoneyInput;
  /** The service that is paid: svc_… */
  serviceId: Scalars['ID']['input'];
  /** Code of the zone to which the parcel goes. */
  zoneCode: Scalars['String']['input'];
};

/** What came of setting a rate. */
export type SetShippingRatePayload = {
  __typename?: 'SetShippingRatePayload';
  /** The rate; null when it was refused. */
  rate?: Maybe<ShippingRate>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

/** A zone as it is to be. */
export type SetShippingZoneInput = {
  /** All places that belong to it, 1 to 500; those that another zone had move here, those left out leave it. */
  areas: Array<ShippingZoneAreaInput>;
  /** Its short name: a-z, 0-9 and dashes. A zone with this name is changed, else one is added. */
  code: Scalars['String']['input'];
  /** Its name for the staff. */
  name: Scalars['String']['input'];
};

/** What came of setting a zone. */
export type SetShippingZonePayload = {
  __typename?: 'SetShippingZonePayload';
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
  /** The zone; null when it was refused. */
  zone?: Maybe<ShippingZone>;
};

/** A parcel that brings a paid order to its buyer. */
export type Shipment = {
  __typename?: 'Shipment';
  /** Where it goes, in full; null for all but its buyer and the staff. */
  address?: Maybe<ShipmentAddress>;
  /** Who carries it. */
  carrier: Carrier;
  /** Who brings it to the door; null when nobody was named, and for all but its buyer and the staff. */
  courier?: Maybe<Courier>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When the buyer received it; null until then. */
  deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** City and country to which it goes. */
  destination: ShipmentDestination;
  /** When it was handed to the carrier; null until then. */
  dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it should arrive at the latest. */
  estimatedDeliveryAt: Scalars['DateTime']['output'];
  /** The carrier's scans, oldest first; empty until its dispatch. */
  events: Array<TrackingEvent>;
  /** Identifies the shipment: shp_… */
  id: Scalars['ID']['output'];
  /** The order that it brings; null for all but its buyer and the staff. */
  order?: Maybe<Order>;
  /** The service that was paid for. */
  service: CarrierService;
  /** How far it has come. */
  status: ShipmentStatus;
  /** Under this number anybody may follow the shipment; null until its dispatch. */
  trackingNumber?: Maybe<Scalars['String']['output']>;
  /** Its weight in grams, as priced. */
  weightGrams: Scalars['Int']['output'];
};

/** The address that a shipment carries. */
export type ShipmentAddress = {
  __typename?: 'ShipmentAddress';
  /** City or town. */
  city: Scalars['String']['output'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['output'];
  /** Street and house number. */
  line1: Scalars['String']['output'];
  /** Flat, floor, company; null when there is none. */
  line2?: Maybe<Scalars['String']['output']>;
  /** Telephone number for the carrier; null when none was given. */
  phone?: Maybe<Scalars['String']['output']>;
  /** Postal code. */
  postalCode: Scalars['String']['output'];
  /** Who receives the parcel. */
  recipient: Scalars['String']['output'];
  /** State, province or county; null when there is none. */
  region?: Maybe<Scalars['String']['output']>;
};

/** A page of shipments. */
export type ShipmentConnection = {
  __typename?: 'ShipmentConnection';
  /** The shipments with their cursors. */
  edges: Array<ShipmentEdge>;
  /** The shipments. */
  nodes: Array<Shipment>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
  /** How many shipments there are in all. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** What may be told about a shipment's destination to whoever knows its number. */
export type ShipmentDestination = {
  __typename?: 'ShipmentDestination';
  /** City or town. */
  city: Scalars['String']['output'];
  /** Country, as an ISO 3166-1 alpha-2 code. */
  countryCode: Scalars['String']['output'];
};

/** A shipment in a list. */
export type ShipmentEdge = {
  __typename?: 'ShipmentEdge';
  /** Where it stands in the list. */
  cursor: Scalars['String']['output'];
  /** The shipment. */
  node: Shipment;
};

/** Which shipments to list. What is left out does not narrow the list. */
export type ShipmentFilter = {
  /** Only those of this carrier: car_… */
  carrierId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those made at this time or later. */
  createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those made before this time. */
  createdTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only that of this order: ord_… */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those in this state. */
  status?: InputMaybe<ShipmentStatus>;
  /** Only that with this number. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** How far a shipment has come. It moves forward only. */
export type ShipmentStatus =
  /** The buyer has it. Final. */
  | 'DELIVERED'
  /** Handed to the carrier. */
  | 'DISPATCHED'
  /** Between the carrier's depots. */
  | 'IN_TRANSIT'
  /** On the vehicle that brings it to the door. */
  | 'OUT_FOR_DELIVERY'
  /** Waits at the warehouse for its dispatch. */
  | 'PENDING'
  /** Came back to the shop, or never left it. Final. */
  | 'RETURNED';

/** How a cart may be sent, and for how much. Valid as long as rates, weight and destination stay. */
export type ShippingQuote = {
  __typename?: 'ShippingQuote';
  /** Who carries the parcel. */
  carrier: Carrier;
  /** Names this choice when the order is placed; opaque. */
  id: Scalars['ID']['output'];
  /** Days until the delivery at the latest. */
  maxDays: Scalars['Int']['output'];
  /** Days until the delivery at the earliest. */
  minDays: Scalars['Int']['output'];
  /** What the buyer pays for it. */
  price: Money;
  /** The name of the carrier's service. */
  service: Scalars['String']['output'];
};

/** What a service takes for a parcel to a zone, in one currency. */
export type ShippingRate = {
  __typename?: 'ShippingRate';
  /** Taken for every parcel. */
  base: Money;
  /** Weight in grams above which the service takes no parcel. */
  maxWeightGrams: Scalars['Int']['output'];
  /** Taken on top for every kilogram that is begun. */
  perKg: Money;
  /** The service that is paid. */
  service: CarrierService;
  /** Code of the zone to which the parcel goes. */
  zoneCode: Scalars['String']['output'];
};

/** A part of the world with rates of its own. Of several that fit a destination, that with the longest postal prefix counts. */
export type ShippingZone = {
  __typename?: 'ShippingZone';
  /** The places that belong to it. */
  areas: Array<ShippingZoneArea>;
  /** Unique short name, for example domestic-west. */
  code: Scalars['String']['output'];
  /** Its name for the staff. */
  name: Scalars['String']['output'];
  /** What each service takes for a parcel to it. */
  rates: Array<ShippingRate>;
};

/** Places of one zone: a country's postal codes that begin alike. */
export type ShippingZoneArea = {
  __typename?: 'ShippingZoneArea';
  /** ISO 3166-1 alpha-2 code of the country; * for every country that no other area names. */
  countryCode: Scalars['String']['output'];
  /** What the postal codes begin with; empty for the rest of the country. */
  postalPrefix: Scalars['String']['output'];
};

/** Places that belong to a zone. */
export type ShippingZoneAreaInput = {
  /** ISO 3166-1 alpha-2 code of the country; * for every country that no other area names. */
  countryCode: Scalars['String']['input'];
  /** What the postal codes begin with; left out for the rest of the country. */
  postalPrefix?: InputMaybe<Scalars['String']['input']>;
};

/** Whose journey to play. */
export type SimulateDeliveryInput = {
  /** Milliseconds before each scan, 0 to 60000. */
  intervalMs: Scalars['Int']['input'];
  /** A shipment that was dispatched: shp_… */
  shipmentId: Scalars['ID']['input'];
};

/** What came of starting to play a journey. */
export type SimulateDeliveryPayload = {
  __typename?: 'SimulateDeliveryPayload';
  /** The shipment, as it is before the scans; null when it was refused. */
  shipment?: Maybe<Shipment>;
  /** Why it was refused. */
  userErrors: Array<LogisticsUserError>;
};

export type Subscription = {
  __typename?: 'Subscription';
  /** The shipment as it is, then again on every change, for whoever holds the number. */
  shipmentUpdated: Shipment;
};


export type SubscriptionShipmentUpdatedArgs = {
  trackingNumber: Scalars['String']['input'];
};

/** A scan of a parcel by its carrier. */
export type TrackingEvent = {
  __typename?: 'TrackingEvent';
  /** What happened, in a sentence. */
  description: Scalars['String']['output'];
  /** Where it happened; null when the carrier did not tell. */
  location?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** How far the parcel had come. */
  status: ShipmentStatus;
};

/** What the client asked for cannot be done, and the client can mend it. */
export type UserError = {
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
  Carrier: Carrier;
  Cart: Cart;
  Order: Order;
  PickupPoint: PickupPoint;
  Product: Product;
  Shipment: Shipment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Carrier:
    ( { __typename: 'Carrier' }
    & GraphQLRecursivePick<FederationTypes['Carrier'], {"id":true}> );
  Cart:
    ( { __typename: 'Cart' }
    & GraphQLRecursivePick<FederationTypes['Cart'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Cart'], {"totalWeightGrams":true,"currencyCode":true}> ) );
  Order:
    ( { __typename: 'Order' }
    & GraphQLRecursivePick<FederationTypes['Order'], {"id":true}> );
  PickupPoint:
    ( { __typename: 'PickupPoint' }
    & GraphQLRecursivePick<FederationTypes['PickupPoint'], {"id":true}> );
  Product:
    ( { __typename: 'Product' }
    & GraphQLRecursivePick<FederationTypes['Product'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Product'], {"shippingWeightGrams":true}> ) );
  Shipment:
    ( { __typename: 'Shipment' }
    & GraphQLRecursivePick<FederationTypes['Shipment'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( Mapped<LogisticsUserError> );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddressInput: ResolverTypeWrapper<Mapped<AddressInput>>;
  String: ResolverTypeWrapper<Mapped<Scalars['String']['output']>>;
  Carrier: ResolverTypeWrapper<Mapped<Carrier>>;
  ID: ResolverTypeWrapper<Mapped<Scalars['ID']['output']>>;
  CarrierService: ResolverTypeWrapper<Mapped<CarrierService>>;
  Boolean: ResolverTypeWrapper<Mapped<Scalars['Boolean']['output']>>;
  Int: ResolverTypeWrapper<Mapped<Scalars['Int']['output']>>;
  Cart: ResolverTypeWrapper<Mapped<Cart>>;
  Courier: ResolverTypeWrapper<Mapped<Courier>>;
  CreateCarrierInput: ResolverTypeWrapper<Mapped<CreateCarrierInput>>;
  CreateCarrierPayload: ResolverTypeWrapper<Mapped<CreateCarrierPayload>>;
  CreateCarrierServiceInput: ResolverTypeWrapper<Mapped<CreateCarrierServiceInput>>;
  CreateCarrierServicePayload: ResolverTypeWrapper<Mapped<CreateCarrierServicePayload>>;
  CreateCourierInput: ResolverTypeWrapper<Mapped<CreateCourierInput>>;
  CreateCourierPayload: ResolverTypeWrapper<Mapped<CreateCourierPayload>>;
  CreatePickupPointInput: ResolverTypeWrapper<Mapped<CreatePickupPointInput>>;
  CreatePickupPointPayload: ResolverTypeWrapper<Mapped<CreatePickupPointPayload>>;
  CurrencyCode: ResolverTypeWrapper<Mapped<Scalars['CurrencyCode']['output']>>;
  DateTime: ResolverTypeWrapper<Mapped<Scalars['DateTime']['output']>>;
  Decimal: ResolverTypeWrapper<Mapped<Scalars['Decimal']['output']>>;
  DeliveryEstimate: ResolverTypeWrapper<Mapped<DeliveryEstimate>>;
  DispatchShipmentInput: ResolverTypeWrapper<Mapped<DispatchShipmentInput>>;
  DispatchShipmentPayload: ResolverTypeWrapper<Mapped<DispatchShipmentPayload>>;
  GeoPoint: ResolverTypeWrapper<Mapped<GeoPoint>>;
  Float: ResolverTypeWrapper<Mapped<Scalars['Float']['output']>>;
  GeoPointInput: ResolverTypeWrapper<Mapped<GeoPointInput>>;
  LogisticsErrorCode: ResolverTypeWrapper<Mapped<LogisticsErrorCode>>;
  LogisticsUserError: ResolverTypeWrapper<Mapped<LogisticsUserError>>;
  Money: ResolverTypeWrapper<Mapped<Money>>;
  MoneyInput: ResolverTypeWrapper<Mapped<MoneyInput>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Order: ResolverTypeWrapper<Mapped<Order>>;
  PageInfo: ResolverTypeWrapper<Mapped<PageInfo>>;
  PickupPoint: ResolverTypeWrapper<Mapped<PickupPoint>>;
  PickupPointAddress: ResolverTypeWrapper<Mapped<PickupPointAddress>>;
  PickupPointAddressInput: ResolverTypeWrapper<Mapped<PickupPointAddressInput>>;
  PickupPointConnection: ResolverTypeWrapper<Mapped<PickupPointConnection>>;
  PickupPointEdge: ResolverTypeWrapper<Mapped<PickupPointEdge>>;
  PricedShipping: ResolverTypeWrapper<Mapped<PricedShipping>>;
  Product: ResolverTypeWrapper<Mapped<Product>>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordTrackingEventInput: ResolverTypeWrapper<Mapped<RecordTrackingEventInput>>;
  RecordTrackingEventPayload: ResolverTypeWrapper<Mapped<RecordTrackingEventPayload>>;
  SetCarrierServiceActiveInput: ResolverTypeWrapper<Mapped<SetCarrierServiceActiveInput>>;
  SetCarrierServiceActivePayload: ResolverTypeWrapper<Mapped<SetCarrierServiceActivePayload>>;
  SetShippingRateInput: ResolverTypeWrapper<Mapped<SetShippingRateInput>>;
  SetShippingRatePayload: ResolverTypeWrapper<Mapped<SetShippingRatePayload>>;
  SetShippingZoneInput: ResolverTypeWrapper<Mapped<SetShippingZoneInput>>;
  SetShippingZonePayload: ResolverTypeWrapper<Mapped<SetShippingZonePayload>>;
  Shipment: ResolverTypeWrapper<Mapped<Shipment>>;
  ShipmentAddress: ResolverTypeWrapper<Mapped<ShipmentAddress>>;
  ShipmentConnection: ResolverTypeWrapper<Mapped<ShipmentConnection>>;
  ShipmentDestination: ResolverTypeWrapper<Mapped<ShipmentDestination>>;
  ShipmentEdge: ResolverTypeWrapper<Mapped<ShipmentEdge>>;
  ShipmentFilter: ResolverTypeWrapper<Mapped<ShipmentFilter>>;
  ShipmentStatus: ResolverTypeWrapper<Mapped<ShipmentStatus>>;
  ShippingQuote: ResolverTypeWrapper<Mapped<ShippingQuote>>;
  ShippingRate: ResolverTypeWrapper<Mapped<ShippingRate>>;
  ShippingZone: ResolverTypeWrapper<Mapped<ShippingZone>>;
  ShippingZoneArea: ResolverTypeWrapper<Mapped<ShippingZoneArea>>;
  ShippingZoneAreaInput: ResolverTypeWrapper<Mapped<ShippingZoneAreaInput>>;
  SimulateDeliveryInput: ResolverTypeWrapper<Mapped<SimulateDeliveryInput>>;
  SimulateDeliveryPayload: ResolverTypeWrapper<Mapped<SimulateDeliveryPayload>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TrackingEvent: ResolverTypeWrapper<Mapped<TrackingEvent>>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddressInput: Mapped<AddressInput>;
  String: Mapped<Scalars['String']['output']>;
  Carrier: Mapped<Carrier | FederationReferenceTypes['Carrier']>;
  ID: Mapped<Scalars['ID']['output']>;
  CarrierService: Mapped<CarrierService>;
  Boolean: Mapped<Scalars['Boolean']['output']>;
  Int: Mapped<Scalars['Int']['output']>;
  Cart: Mapped<Cart | FederationReferenceTypes['Cart']>;
  Courier: Mapped<Courier>;
  CreateCarrierInput: Mapped<CreateCarrierInput>;
  CreateCarrierPayload: Mapped<CreateCarrierPayload>;
  CreateCarrierServiceInput: Mapped<CreateCarrierServiceInput>;
  CreateCarrierServicePayload: Mapped<CreateCarrierServicePayload>;
  CreateCourierInput: Mapped<CreateCourierInput>;
  CreateCourierPayload: Mapped<CreateCourierPayload>;
  CreatePickupPointInput: Mapped<CreatePickupPointInput>;
  CreatePickupPointPayload: Mapped<CreatePickupPointPayload>;
  CurrencyCode: Mapped<Scalars['CurrencyCode']['output']>;
  DateTime: Mapped<Scalars['DateTime']['output']>;
  Decimal: Mapped<Scalars['Decimal']['output']>;
  DeliveryEstimate: Mapped<DeliveryEstimate>;
  DispatchShipmentInput: Mapped<DispatchShipmentInput>;
  DispatchShipmentPayload: Mapped<DispatchShipmentPayload>;
  GeoPoint: Mapped<GeoPoint>;
  Float: Mapped<Scalars['Float']['output']>;
  GeoPointInput: Mapped<GeoPointInput>;
  LogisticsUserError: Mapped<LogisticsUserError>;
  Money: Mapped<Money>;
  MoneyInput: Mapped<MoneyInput>;
  Mutation: Record<PropertyKey, never>;
  Order: Mapped<Order | FederationReferenceTypes['Order']>;
  PageInfo: Mapped<PageInfo>;
  PickupPoint: Mapped<PickupPoint | FederationReferenceTypes['PickupPoint']>;
  PickupPointAddress: Mapped<PickupPointAddress>;
  PickupPointAddressInput: Mapped<PickupPointAddressInput>;
  PickupPointConnection: Mapped<PickupPointConnection>;
  PickupPointEdge: Mapped<PickupPointEdge>;
  PricedShipping: Mapped<PricedShipping>;
  Product: Mapped<Product | FederationReferenceTypes['Product']>;
  Query: Record<PropertyKey, never>;
  RecordTrackingEventInput: Mapped<RecordTrackingEventInput>;
  RecordTrackingEventPayload: Mapped<RecordTrackingEventPayload>;
  SetCarrierServiceActiveInput: Mapped<SetCarrierServiceActiveInput>;
  SetCarrierServiceActivePayload: Mapped<SetCarrierServiceActivePayload>;
  SetShippingRateInput: Mapped<SetShippingRateInput>;
  SetShippingRatePayload: Mapped<SetShippingRatePayload>;
  SetShippingZoneInput: Mapped<SetShippingZoneInput>;
  SetShippingZonePayload: Mapped<SetShippingZonePayload>;
  Shipment: Mapped<Shipment | FederationReferenceTypes['Shipment']>;
  ShipmentAddress: Mapped<ShipmentAddress>;
  ShipmentConnection: Mapped<ShipmentConnection>;
  ShipmentDestination: Mapped<ShipmentDestination>;
  ShipmentEdge: Mapped<ShipmentEdge>;
  ShipmentFilter: Mapped<ShipmentFilter>;
  ShippingQuote: Mapped<ShippingQuote>;
  ShippingRate: Mapped<ShippingRate>;
  ShippingZone: Mapped<ShippingZone>;
  ShippingZoneArea: Mapped<ShippingZoneArea>;
  ShippingZoneAreaInput: Mapped<ShippingZoneAreaInput>;
  SimulateDeliveryInput: Mapped<SimulateDeliveryInput>;
  SimulateDeliveryPayload: Mapped<SimulateDeliveryPayload>;
  Subscription: Record<PropertyKey, never>;
  TrackingEvent: Mapped<TrackingEvent>;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type CarrierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Carrier'] = ResolversParentTypes['Carrier'], FederationReferenceType extends FederationReferenceTypes['Carrier'] = FederationReferenceTypes['Carrier']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Carrier']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  couriers?: Resolver<Array<ResolversTypes['Courier']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['CarrierService']>, ParentType, ContextType>;
};

export type CarrierServiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarrierService'] = ResolversParentTypes['CarrierService']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['Carrier'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cart'] = ResolversParentTypes['Cart'], FederationReferenceType extends FederationReferenceTypes['Cart'] = FederationReferenceTypes['Cart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shippingQuotes?: Resolver<Array<ResolversTypes['ShippingQuote']>, ParentType, ContextType, RequireFields<CartShippingQuotesArgs, 'destination'>>;
};

export type CourierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Courier'] = ResolversParentTypes['Courier']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateCarrierPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCarrierPayload'] = ResolversParentTypes['CreateCarrierPayload']> = {
  carrier?: Resolver<Maybe<ResolversTypes['Carrier']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type CreateCarrierServicePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCarrierServicePayload'] = ResolversParentTypes['CreateCarrierServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['CarrierService']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type CreateCourierPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCourierPayload'] = ResolversParentTypes['CreateCourierPayload']> = {
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type CreatePickupPointPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePickupPointPayload'] = ResolversParentTypes['CreatePickupPointPayload']> = {
  pickupPoint?: Resolver<Maybe<ResolversTypes['PickupPoint']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
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

export type DeliveryEstimateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryEstimate'] = ResolversParentTypes['DeliveryEstimate']> = {
  carrier?: Resolver<ResolversTypes['Carrier'], ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type DispatchShipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DispatchShipmentPayload'] = ResolversParentTypes['DispatchShipmentPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type LogisticsUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogisticsUserError'] = ResolversParentTypes['LogisticsUserError']> = {
  code?: Resolver<ResolversTypes['LogisticsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createCarrier?: Resolver<ResolversTypes['CreateCarrierPayload'], ParentType, ContextType, RequireFields<MutationCreateCarrierArgs, 'input'>>;
  createCarrierService?: Resolver<ResolversTypes['CreateCarrierServicePayload'], ParentType, ContextType, RequireFields<MutationCreateCarrierServiceArgs, 'input'>>;
  createCourier?: Resolver<ResolversTypes['CreateCourierPayload'], ParentType, ContextType, RequireFields<MutationCreateCourierArgs, 'input'>>;
  createPickupPoint?: Resolver<ResolversTypes['CreatePickupPointPayload'], ParentType, ContextType, RequireFields<MutationCreatePickupPointArgs, 'input'>>;
  dispatchShipment?: Resolver<ResolversTypes['DispatchShipmentPayload'], ParentType, ContextType, RequireFields<MutationDispatchShipmentArgs, 'input'>>;
  recordTrackingEvent?: Resolver<ResolversTypes['RecordTrackingEventPayload'], ParentType, ContextType, RequireFields<MutationRecordTrackingEventArgs, 'input'>>;
  setCarrierServiceActive?: Resolver<ResolversTypes['SetCarrierServiceActivePayload'], ParentType, ContextType, RequireFields<MutationSetCarrierServiceActiveArgs, 'input'>>;
  setShippingRate?: Resolver<ResolversTypes['SetShippingRatePayload'], ParentType, ContextType, RequireFields<MutationSetShippingRateArgs, 'input'>>;
  setShippingZone?: Resolver<ResolversTypes['SetShippingZonePayload'], ParentType, ContextType, RequireFields<MutationSetShippingZoneArgs, 'input'>>;
  simulateDelivery?: Resolver<ResolversTypes['SimulateDeliveryPayload'], ParentType, ContextType, RequireFields<MutationSimulateDeliveryArgs, 'input'>>;
};

export type OrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'], FederationReferenceType extends FederationReferenceTypes['Order'] = FederationReferenceTypes['Order']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Order']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  shipments?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PickupPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupPoint'] = ResolversParentTypes['PickupPoint'], FederationReferenceType extends FederationReferenceTypes['PickupPoint'] = FederationReferenceTypes['PickupPoint']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PickupPoint']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<ResolversTypes['PickupPointAddress'], ParentType, ContextType>;
  distanceKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['GeoPoint'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PickupPointAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupPointAddress'] = ResolversParentTypes['PickupPointAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PickupPointConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupPointConnection'] = ResolversParentTypes['PickupPointConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PickupPointEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PickupPoint']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PickupPointEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickupPointEdge'] = ResolversParentTypes['PickupPointEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PickupPoint'], ParentType, ContextType>;
};

export type PricedShippingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PricedShipping'] = ResolversParentTypes['PricedShipping']> = {
  carrierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quotedPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  serviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProductResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'], FederationReferenceType extends FederationReferenceTypes['Product'] = FederationReferenceTypes['Product']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Product']> | FederationReferenceType, FederationReferenceType, ContextType>;
  deliveryEstimate?: Resolver<Maybe<ResolversTypes['DeliveryEstimate']>, ParentType, ContextType, RequireFields<ProductDeliveryEstimateArgs, 'countryCode' | 'postalCode'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  carriers?: Resolver<Array<ResolversTypes['Carrier']>, ParentType, ContextType>;
  pickupPoints?: Resolver<ResolversTypes['PickupPointConnection'], ParentType, ContextType, RequireFields<QueryPickupPointsArgs, 'first' | 'near' | 'radiusKm'>>;
  priceShipping?: Resolver<Maybe<ResolversTypes['PricedShipping']>, ParentType, ContextType, RequireFields<QueryPriceShippingArgs, 'currencyCode' | 'destination' | 'quoteId' | 'weightGrams'>>;
  shipmentByTrackingNumber?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType, RequireFields<QueryShipmentByTrackingNumberArgs, 'trackingNumber'>>;
  shipments?: Resolver<ResolversTypes['ShipmentConnection'], ParentType, ContextType, RequireFields<QueryShipmentsArgs, 'first'>>;
  shippingZones?: Resolver<Array<ResolversTypes['ShippingZone']>, ParentType, ContextType>;
};

export type RecordTrackingEventPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordTrackingEventPayload'] = ResolversParentTypes['RecordTrackingEventPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type SetCarrierServiceActivePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCarrierServiceActivePayload'] = ResolversParentTypes['SetCarrierServiceActivePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['CarrierService']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type SetShippingRatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetShippingRatePayload'] = ResolversParentTypes['SetShippingRatePayload']> = {
  rate?: Resolver<Maybe<ResolversTypes['ShippingRate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type SetShippingZonePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetShippingZonePayload'] = ResolversParentTypes['SetShippingZonePayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
  zone?: Resolver<Maybe<ResolversTypes['ShippingZone']>, ParentType, ContextType>;
};

export type ShipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shipment'] = ResolversParentTypes['Shipment'], FederationReferenceType extends FederationReferenceTypes['Shipment'] = FederationReferenceTypes['Shipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Shipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['ShipmentAddress']>, ParentType, ContextType>;
  carrier?: Resolver<ResolversTypes['Carrier'], ParentType, ContextType>;
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  destination?: Resolver<ResolversTypes['ShipmentDestination'], ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  estimatedDeliveryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['TrackingEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['CarrierService'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  weightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ShipmentAddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentAddress'] = ResolversParentTypes['ShipmentAddress']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ShipmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentConnection'] = ResolversParentTypes['ShipmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ShipmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Shipment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ShipmentDestinationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentDestination'] = ResolversParentTypes['ShipmentDestination']> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShipmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipmentEdge'] = ResolversParentTypes['ShipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Shipment'], ParentType, ContextType>;
};

export type ShippingQuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingQuote'] = ResolversParentTypes['ShippingQuote']> = {
  carrier?: Resolver<ResolversTypes['Carrier'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShippingRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingRate'] = ResolversParentTypes['ShippingRate']> = {
  base?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  maxWeightGrams?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perKg?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['CarrierService'], ParentType, ContextType>;
  zoneCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ShippingZoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingZone'] = ResolversParentTypes['ShippingZone']> = {
  areas?: Resolver<Array<ResolversTypes['ShippingZoneArea']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['ShippingRate']>, ParentType, ContextType>;
};

export type ShippingZoneAreaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShippingZoneArea'] = ResolversParentTypes['ShippingZoneArea']> = {
  countryCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalPrefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SimulateDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SimulateDeliveryPayload'] = ResolversParentTypes['SimulateDeliveryPayload']> = {
  shipment?: Resolver<Maybe<ResolversTypes['Shipment']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['LogisticsUserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  shipmentUpdated?: SubscriptionResolver<ResolversTypes['Shipment'], "shipmentUpdated", ParentType, ContextType, RequireFields<SubscriptionShipmentUpdatedArgs, 'trackingNumber'>>;
};

export type TrackingEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrackingEvent'] = ResolversParentTypes['TrackingEvent']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ShipmentStatus'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'LogisticsUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Carrier?: CarrierResolvers<ContextType>;
  CarrierService?: CarrierServiceResolvers<ContextType>;
  Cart?: CartResolvers<ContextType>;
  Courier?: CourierResolvers<ContextType>;
  CreateCarrierPayload?: CreateCarrierPayloadResolvers<ContextType>;
  CreateCarrierServicePayload?: CreateCarrierServicePayloadResolvers<ContextType>;
  CreateCourierPayload?: CreateCourierPayloadResolvers<ContextType>;
  CreatePickupPointPayload?: CreatePickupPointPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeliveryEstimate?: DeliveryEstimateResolvers<ContextType>;
  DispatchShipmentPayload?: DispatchShipmentPayloadResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  LogisticsUserError?: LogisticsUserErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PickupPoint?: PickupPointResolvers<ContextType>;
  PickupPointAddress?: PickupPointAddressResolvers<ContextType>;
  PickupPointConnection?: PickupPointConnectionResolvers<ContextType>;
  PickupPointEdge?: PickupPointEdgeResolvers<ContextType>;
  PricedShipping?: PricedShippingResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordTrackingEventPayload?: RecordTrackingEventPayloadResolvers<ContextType>;
  SetCarrierServiceActivePayload?: SetCarrierServiceActivePayloadResolvers<ContextType>;
  SetShippingRatePayload?: SetShippingRatePayloadResolvers<ContextType>;
  SetShippingZonePayload?: SetShippingZonePayloadResolvers<ContextType>;
  Shipment?: ShipmentResolvers<ContextType>;
  ShipmentAddress?: ShipmentAddressResolvers<ContextType>;
  ShipmentConnection?: ShipmentConnectionResolvers<ContextType>;
  ShipmentDestination?: ShipmentDestinationResolvers<ContextType>;
  ShipmentEdge?: ShipmentEdgeResolvers<ContextType>;
  ShippingQuote?: ShippingQuoteResolvers<ContextType>;
  ShippingRate?: ShippingRateResolvers<ContextType>;
  ShippingZone?: ShippingZoneResolvers<ContextType>;
  ShippingZoneArea?: ShippingZoneAreaResolvers<ContextType>;
  SimulateDeliveryPayload?: SimulateDeliveryPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TrackingEvent?: TrackingEventResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

