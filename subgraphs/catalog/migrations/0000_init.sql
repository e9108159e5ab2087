CREATE SCHEMA "catalog";
--> statement-breakpoint
CREATE TABLE "catalog"."categories" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"ancestor_ids" text[] NOT NULL,
	"parent_id" text,
	"depth" integer NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"product_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "categories_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "categories_depth" CHECK ("catalog"."categories"."depth" = cardinality("catalog"."categories"."ancestor_ids") + 1 and "catalog"."categories"."depth" <= 3),
	CONSTRAINT "categories_product_count" CHECK ("catalog"."categories"."product_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "catalog"."idempotency_keys" (
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
CREATE TABLE "catalog"."inbox" (
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
CREATE TABLE "catalog"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "catalog"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog"."product_prices" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"product_id" text NOT NULL,
	"currency" text NOT NULL,
	"min" bigint NOT NULL,
	"max" bigint NOT NULL,
	CONSTRAINT "product_prices_tenant_id_product_id_currency_pk" PRIMARY KEY("tenant_id","product_id","currency")
);
--> statement-breakpoint
CREATE TABLE "catalog"."products" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text GENERATED ALWAYS AS (lower("catalog"."products"."name")) STORED NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category_id" text NOT NULL,
	"department_id" text NOT NULL,
	"section_id" text,
	"media" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"in_stock" boolean DEFAULT false NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"rating_sum" integer DEFAULT 0 NOT NULL,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "products_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "products_counts" CHECK ("catalog"."products"."sold" >= 0 and "catalog"."products"."rating_sum" between "catalog"."products"."rating_count" and 5 * "catalog"."products"."rating_count")
);
--> statement-breakpoint
CREATE TABLE "catalog"."receipts" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"buyer_id" text NOT NULL,
	"product_id" text NOT NULL,
	"order_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipts_tenant_id_buyer_id_product_id_pk" PRIMARY KEY("tenant_id","buyer_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "catalog"."reservation_lines" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"order_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "reservation_lines_tenant_id_order_id_variant_id_pk" PRIMARY KEY("tenant_id","order_id","variant_id"),
	CONSTRAINT "reservation_lines_quantity" CHECK ("catalog"."reservation_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "catalog"."reservations" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"status" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reservations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "catalog"."reviews" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"stars" integer NOT NULL,
	"text" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviews_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "reviews_stars" CHECK ("catalog"."reviews"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "catalog"."stock_levels" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"on_hand" integer DEFAULT 0 NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_levels_tenant_id_variant_id_pk" PRIMARY KEY("tenant_id","variant_id"),
	CONSTRAINT "stock_balances" CHECK ("catalog"."stock_levels"."on_hand" = "catalog"."stock_levels"."received" - "catalog"."stock_levels"."sold" + "catalog"."stock_levels"."returned"),
	CONSTRAINT "stock_not_oversold" CHECK ("catalog"."stock_levels"."reserved" between 0 and "catalog"."stock_levels"."on_hand"),
	CONSTRAINT "stock_not_negative" CHECK (least("catalog"."stock_levels"."received", "catalog"."stock_levels"."sold", "catalog"."stock_levels"."returned") >= 0),
	CONSTRAINT "stock_returned" CHECK ("catalog"."stock_levels"."returned" <= "catalog"."stock_levels"."sold")
);
--> statement-breakpoint
CREATE TABLE "catalog"."stock_movements" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"variant_id" text NOT NULL,
	"delta" integer NOT NULL,
	"on_hand" integer NOT NULL,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_movements_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "catalog"."transitions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "catalog"."transitions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog"."variant_prices" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"variant_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "variant_prices_tenant_id_variant_id_currency_pk" PRIMARY KEY("tenant_id","variant_id","currency"),
	CONSTRAINT "variant_prices_amount" CHECK ("catalog"."variant_prices"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "catalog"."variants" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"weight_grams" integer DEFAULT 0 NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "variants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "variants_weight" CHECK ("catalog"."variants"."weight_grams" >= 0)
);
--> statement-breakpoint
ALTER TABLE "catalog"."categories" ADD CONSTRAINT "categories_parent" FOREIGN KEY ("tenant_id","parent_id") REFERENCES "catalog"."categories"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."product_prices" ADD CONSTRAINT "product_prices_product" FOREIGN KEY ("tenant_id","product_id") REFERENCES "catalog"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."products" ADD CONSTRAINT "products_in_category" FOREIGN KEY ("tenant_id","category_id") REFERENCES "catalog"."categories"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."reservation_lines" ADD CONSTRAINT "reservation_lines_reservation" FOREIGN KEY ("tenant_id","order_id") REFERENCES "catalog"."reservations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."reviews" ADD CONSTRAINT "reviews_product" FOREIGN KEY ("tenant_id","product_id") REFERENCES "catalog"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."stock_levels" ADD CONSTRAINT "stock_levels_variant" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "catalog"."variants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."stock_movements" ADD CONSTRAINT "stock_movements_variant" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "catalog"."variants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."variant_prices" ADD CONSTRAINT "variant_prices_variant" FOREIGN KEY ("tenant_id","variant_id") REFERENCES "catalog"."variants"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog"."variants" ADD CONSTRAINT "variants_product" FOREIGN KEY ("tenant_id","product_id") REFERENCES "catalog"."products"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug" ON "catalog"."categories" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "categories_children" ON "catalog"."categories" USING btree ("tenant_id","parent_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "catalog"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "catalog"."inbox" USING btree ("next_attempt_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "product_prices_cheapest" ON "catalog"."product_prices" USING btree ("tenant_id","currency","min","product_id");--> statement-breakpoint
CREATE INDEX "product_prices_dearest" ON "catalog"."product_prices" USING btree ("tenant_id","currency","max","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug" ON "catalog"."products" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "products_newest" ON "catalog"."products" USING btree ("tenant_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_in_stock" ON "catalog"."products" USING btree ("tenant_id","created_at","id") WHERE archived_at is null and in_stock;--> statement-breakpoint
CREATE INDEX "products_name" ON "catalog"."products" USING btree ("tenant_id","sort_name","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_best_selling" ON "catalog"."products" USING btree ("tenant_id","sold","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_department" ON "catalog"."products" USING btree ("tenant_id","department_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_section" ON "catalog"."products" USING btree ("tenant_id","section_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "products_category" ON "catalog"."products" USING btree ("tenant_id","category_id","created_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "reservations_due" ON "catalog"."reservations" USING btree ("tenant_id","expires_at") WHERE status = 'HELD';--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_a_buyer" ON "catalog"."reviews" USING btree ("tenant_id","product_id","buyer_id");--> statement-breakpoint
CREATE INDEX "reviews_of_product" ON "catalog"."reviews" USING btree ("tenant_id","product_id","created_at","id");--> statement-breakpoint
CREATE INDEX "stock_levels_of_product" ON "catalog"."stock_levels" USING btree ("tenant_id","product_id");--> statement-breakpoint
CREATE INDEX "stock_movements_of_variant" ON "catalog"."stock_movements" USING btree ("tenant_id","variant_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "transitions_entity" ON "catalog"."transitions" USING btree ("tenant_id","entity_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku" ON "catalog"."variants" USING btree ("tenant_id","sku");--> statement-breakpoint
CREATE INDEX "variants_of_product" ON "catalog"."variants" USING btree ("tenant_id","product_id","position");