import type { Client } from 'pg';

/** Where the rows are that a column of this name refers to. */
const REFERRED: Record<string, string> = {
  user_id: 'users.users',
  buyer_id: 'users.users',
  session_id: 'users.sessions',
  category_id: 'catalog.categories',
  product_id: 'catalog.products',
  companion_id: 'catalog.products',
  variant_id: 'catalog.variants',
  cart_id: 'orders.carts',
  order_id: 'orders.orders',
  payment_id: 'payments.payments',
  coupon_id: 'marketing.coupons',
  user_coupon_id: 'marketing.user_coupons',
  promotion_id: 'marketing.promotions',
  carrier_id: 'logistics.carriers',
  service_id: 'logistics.services',
  courier_id: 'logistics.couriers',
  shipment_id: 'logistics.shipments',
};

const COLUMNS = `
  select table_schema as schema, table_name as table, column_name as column from information_schema.columns
   where column_name = any($1) and to_regclass(table_schema || '.' || table_name) is not null
     and table_schema = any('{users,catalog,orders,payments,logistics,marketing,search}')`;

type Column = { schema: string; table: string; column: string };

const towardsAnotherTenant = ({ schema, table, column }: Column) => `
  select '${schema}.${table}.${column}' as reference, r.tenant_id, r.${column} as id, o.tenant_id as owner
    from ${schema}.${table} r join ${REFERRED[column]} o on o.id = r.${column} and o.tenant_id <> r.tenant_id`;

/** References of rows to rows of another tenant, whichever room keeps them. */
export async function referencesAcrossTenants(client: Client): Promise<unknown[]> {
  const present = await client.query<Column>(COLUMNS, [Object.keys(REFERRED)]);
  const { rows } = await client.query(present.rows.map(towardsAnotherTenant).join(' union all '));
  return rows;
}
