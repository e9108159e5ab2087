CREATE TABLE "catalog"."listing_counts" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"currency" text NOT NULL,
	"shelf" text collate "C" NOT NULL,
	"in_stock" boolean NOT NULL,
	"products" integer NOT NULL,
	CONSTRAINT "listing_counts_tenant_id_currency_shelf_in_stock_pk" PRIMARY KEY("tenant_id","currency","shelf","in_stock")
);
--> statement-breakpoint
DROP INDEX "catalog"."product_prices_cheapest";--> statement-breakpoint
DROP INDEX "catalog"."product_prices_dearest";--> statement-breakpoint
ALTER TABLE "catalog"."product_prices" ADD COLUMN "shelf" text collate "C";--> statement-breakpoint
ALTER TABLE "catalog"."product_prices" ADD COLUMN "in_stock" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- The owner of the tables fills them for every tenant: row-level security binds it as well, unless it is told otherwise.
ALTER TABLE "catalog"."categories" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."products" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."product_prices" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "catalog"."product_prices" r
   SET "shelf" = CASE WHEN p.archived_at IS NULL THEN array_to_string(c.ancestor_ids || c.id, '/') END, "in_stock" = p.in_stock
  FROM "catalog"."products" p JOIN "catalog"."categories" c ON (c.tenant_id, c.id) = (p.tenant_id, p.category_id)
 WHERE (p.tenant_id, p.id) = (r.tenant_id, r.product_id);--> statement-breakpoint
INSERT INTO "catalog"."listing_counts" ("tenant_id", "currency", "shelf", "in_stock", "products")
SELECT "tenant_id", "currency", "shelf", "in_stock", count(*) FROM "catalog"."product_prices" WHERE "shelf" IS NOT NULL GROUP BY 1, 2, 3, 4;--> statement-breakpoint
ALTER TABLE "catalog"."categories" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."products" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "catalog"."product_prices" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "product_prices_shelf" ON "catalog"."product_prices" USING btree ("tenant_id","currency","shelf","min","max","in_stock") WHERE shelf is not null;--> statement-breakpoint
CREATE INDEX "product_prices_cheapest" ON "catalog"."product_prices" USING btree ("tenant_id","currency","min","product_id","max","in_stock") WHERE shelf is not null;--> statement-breakpoint
CREATE INDEX "product_prices_dearest" ON "catalog"."product_prices" USING btree ("tenant_id","currency","max","product_id","min","in_stock") WHERE shelf is not null;
