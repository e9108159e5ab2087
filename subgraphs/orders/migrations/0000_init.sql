CREATE SCHEMA "orders";
--> statement-breakpoint
CREATE TABLE "orders"."carts" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"buyer_id" text,
	"currency_code" text NOT NULL,
	"coupon_code" text,
	"lines" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "orders"."idempotency_keys" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"caller" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"response" jsonb,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_tenant_id_caller_operation_key_pk" PRIMARY KEY("tenant_id","caller","operation","key")
);
--> statement-breakpoint
CREATE TABLE "orders"."inbox" (
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "inbox_tenant_id_event_id_pk" PRIMARY KEY("tenant_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "orders"."order_lines" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"sku" text NOT NULL,
	"product_name" text NOT NULL,
	"variant_name" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"discount_minor" bigint NOT NULL,
	CONSTRAINT "order_lines_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "order_lines_of_order" UNIQUE("tenant_id","order_id","position"),
	CONSTRAINT "order_lines_quantity" CHECK (quantity between 1 and 999)
);
--> statement-breakpoint
CREATE TABLE "orders"."order_numbers" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "order_numbers_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "orders"."order_updates" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"order_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_updates_tenant_id_order_id_sequence_pk" PRIMARY KEY("tenant_id","order_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "orders"."orders" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"number" text NOT NULL,
	"cart_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"status" text NOT NULL,
	"currency_code" text NOT NULL,
	"subtotal_minor" bigint NOT NULL,
	"discount_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"shipping_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"tax_basis_points" integer NOT NULL,
	"discounts" jsonb NOT NULL,
	"coupon_code" text,
	"shipping_address" jsonb NOT NULL,
	"shipping_service_id" text NOT NULL,
	"weight_grams" integer NOT NULL,
	"note" text,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"pay_by" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"last_update" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "orders_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "orders_number" UNIQUE("tenant_id","number"),
	CONSTRAINT "orders_cart" UNIQUE("tenant_id","cart_id"),
	CONSTRAINT "orders_total" CHECK (total_minor = subtotal_minor - discount_minor + tax_minor + shipping_minor),
	CONSTRAINT "orders_amounts" CHECK (discount_minor between 0 and subtotal_minor and tax_minor >= 0 and shipping_minor >= 0)
);
--> statement-breakpoint
CREATE TABLE "orders"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "orders"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders"."tax_rates" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"country_code" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"basis_points" integer NOT NULL,
	CONSTRAINT "tax_rates_tenant_id_country_code_region_pk" PRIMARY KEY("tenant_id","country_code","region"),
	CONSTRAINT "tax_rates_share" CHECK (basis_points between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "orders"."transitions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "orders"."transitions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "orders"."order_lines" ADD CONSTRAINT "order_lines_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders"."order_updates" ADD CONSTRAINT "order_updates_tenant_id_order_id_orders_tenant_id_id_fk" FOREIGN KEY ("tenant_id","order_id") REFERENCES "orders"."orders"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carts_abandoned" ON "orders"."carts" USING btree ("tenant_id","updated_at") WHERE order_id is null;--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "orders"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "orders"."inbox" USING btree ("next_attempt_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders"."orders" USING btree ("tenant_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_of_buyer" ON "orders"."orders" USING btree ("tenant_id","buyer_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_in_status" ON "orders"."orders" USING btree ("tenant_id","status","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders"."orders" USING btree ("tenant_id","pay_by") WHERE status = 'PENDING_PAYMENT';--> statement-breakpoint
CREATE INDEX "orders_unconfirmed" ON "orders"."orders" USING btree ("tenant_id","delivered_at") WHERE status = 'DELIVERED';--> statement-breakpoint
CREATE INDEX "transitions_entity" ON "orders"."transitions" USING btree ("tenant_id","entity_id","position");