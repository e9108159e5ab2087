CREATE SCHEMA "logistics";
--> statement-breakpoint
CREATE TABLE "logistics"."carriers" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "carriers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "carriers_code" UNIQUE("tenant_id","code")
);
--> statement-breakpoint
CREATE TABLE "logistics"."couriers" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"carrier_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	CONSTRAINT "couriers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "logistics"."idempotency_keys" (
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
CREATE TABLE "logistics"."inbox" (
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
CREATE TABLE "logistics"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "logistics"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logistics"."pickup_points" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"line1" text NOT NULL,
	"city" text NOT NULL,
	"region" text,
	"postal_code" text NOT NULL,
	"country_code" text NOT NULL,
	CONSTRAINT "pickup_points_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pickup_points_on_earth" CHECK (abs("logistics"."pickup_points"."latitude") <= 90 and abs("logistics"."pickup_points"."longitude") <= 180)
);
--> statement-breakpoint
CREATE TABLE "logistics"."rates" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"zone_code" text NOT NULL,
	"currency" text NOT NULL,
	"service_id" text NOT NULL,
	"base_minor" bigint NOT NULL,
	"per_kg_minor" bigint NOT NULL,
	"max_weight_grams" integer NOT NULL,
	CONSTRAINT "rates_tenant_id_zone_code_currency_service_id_pk" PRIMARY KEY("tenant_id","zone_code","currency","service_id"),
	CONSTRAINT "rates_not_negative" CHECK ("logistics"."rates"."base_minor" >= 0 and "logistics"."rates"."per_kg_minor" >= 0 and "logistics"."rates"."max_weight_grams" > 0)
);
--> statement-breakpoint
CREATE TABLE "logistics"."scans" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "logistics"."scans_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"shipment_id" text NOT NULL,
	"status" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"description" text NOT NULL,
	"location" text,
	CONSTRAINT "scans_tenant_id_shipment_id_status_occurred_at_pk" PRIMARY KEY("tenant_id","shipment_id","status","occurred_at")
);
--> statement-breakpoint
CREATE TABLE "logistics"."services" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"carrier_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "services_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "services_code" UNIQUE("tenant_id","carrier_id","code"),
	CONSTRAINT "services_days" CHECK (0 <= "logistics"."services"."min_days" and "logistics"."services"."min_days" <= "logistics"."services"."max_days")
);
--> statement-breakpoint
CREATE TABLE "logistics"."shipments" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"status" text NOT NULL,
	"carrier_id" text NOT NULL,
	"service_id" text NOT NULL,
	"courier_id" text,
	"tracking_number" text,
	"weight_grams" integer NOT NULL,
	"recipient" text NOT NULL,
	"phone" text,
	"line1" text NOT NULL,
	"line2" text,
	"city" text NOT NULL,
	"region" text,
	"postal_code" text NOT NULL,
	"country_code" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"estimated_delivery_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shipments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "shipments_order" UNIQUE("tenant_id","order_id"),
	CONSTRAINT "shipments_tracking_number" UNIQUE("tenant_id","tracking_number")
);
--> statement-breakpoint
CREATE TABLE "logistics"."transitions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "logistics"."transitions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logistics"."zone_areas" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"country_code" text NOT NULL,
	"postal_prefix" text NOT NULL,
	"zone_code" text NOT NULL,
	CONSTRAINT "zone_areas_tenant_id_country_code_postal_prefix_pk" PRIMARY KEY("tenant_id","country_code","postal_prefix")
);
--> statement-breakpoint
CREATE TABLE "logistics"."zones" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "zones_tenant_id_code_pk" PRIMARY KEY("tenant_id","code")
);
--> statement-breakpoint
ALTER TABLE "logistics"."couriers" ADD CONSTRAINT "couriers_carrier" FOREIGN KEY ("tenant_id","carrier_id") REFERENCES "logistics"."carriers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."rates" ADD CONSTRAINT "rates_zone" FOREIGN KEY ("tenant_id","zone_code") REFERENCES "logistics"."zones"("tenant_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."rates" ADD CONSTRAINT "rates_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "logistics"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."scans" ADD CONSTRAINT "scans_shipment" FOREIGN KEY ("tenant_id","shipment_id") REFERENCES "logistics"."shipments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."services" ADD CONSTRAINT "services_carrier" FOREIGN KEY ("tenant_id","carrier_id") REFERENCES "logistics"."carriers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."shipments" ADD CONSTRAINT "shipments_service" FOREIGN KEY ("tenant_id","service_id") REFERENCES "logistics"."services"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."shipments" ADD CONSTRAINT "shipments_carrier" FOREIGN KEY ("tenant_id","carrier_id") REFERENCES "logistics"."carriers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."shipments" ADD CONSTRAINT "shipments_courier" FOREIGN KEY ("tenant_id","courier_id") REFERENCES "logistics"."couriers"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logistics"."zone_areas" ADD CONSTRAINT "zone_areas_zone" FOREIGN KEY ("tenant_id","zone_code") REFERENCES "logistics"."zones"("tenant_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "couriers_by_carrier" ON "logistics"."couriers" USING btree ("tenant_id","carrier_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "logistics"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "logistics"."inbox" USING btree ("next_attempt_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "pickup_points_place" ON "logistics"."pickup_points" USING btree ("tenant_id","latitude","longitude");--> statement-breakpoint
CREATE INDEX "shipments_by_status" ON "logistics"."shipments" USING btree ("tenant_id","status","id");--> statement-breakpoint
CREATE INDEX "shipments_by_carrier" ON "logistics"."shipments" USING btree ("tenant_id","carrier_id","id");--> statement-breakpoint
CREATE INDEX "transitions_entity" ON "logistics"."transitions" USING btree ("tenant_id","entity_id","position");--> statement-breakpoint
CREATE INDEX "zone_areas_by_zone" ON "logistics"."zone_areas" USING btree ("tenant_id","zone_code");