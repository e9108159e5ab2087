CREATE SCHEMA "search";
--> statement-breakpoint
CREATE TABLE "search"."companions" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"product_id" text NOT NULL,
	"companion_id" text NOT NULL,
	"orders" integer NOT NULL,
	CONSTRAINT "companions_tenant_id_product_id_companion_id_pk" PRIMARY KEY("tenant_id","product_id","companion_id")
);
--> statement-breakpoint
CREATE TABLE "search"."idempotency_keys" (
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
CREATE TABLE "search"."inbox" (
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
CREATE TABLE "search"."index_states" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"version" bigint NOT NULL,
	"next_number" integer NOT NULL,
	CONSTRAINT "index_states_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "search"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."postings" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"term" text collate "C" NOT NULL,
	"packed" "bytea" NOT NULL,
	CONSTRAINT "postings_tenant_id_term_pk" PRIMARY KEY("tenant_id","term")
);
--> statement-breakpoint
CREATE TABLE "search"."products" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"version" bigint NOT NULL,
	"revision" bigint NOT NULL,
	"active" boolean NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"description" text NOT NULL,
	"category_id" text NOT NULL,
	"category_path" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"variants" jsonb NOT NULL,
	"prices" jsonb NOT NULL,
	"in_stock" boolean NOT NULL,
	"rating" double precision,
	"rating_count" integer NOT NULL,
	"units_sold" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "products_number" UNIQUE("tenant_id","number")
);
--> statement-breakpoint
CREATE TABLE "search"."sales" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"product_id" text NOT NULL,
	"units" bigint NOT NULL,
	CONSTRAINT "sales_tenant_id_product_id_pk" PRIMARY KEY("tenant_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "search"."transitions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search"."transitions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search"."trigrams" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"trigram" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "trigrams_tenant_id_trigram_word_pk" PRIMARY KEY("tenant_id","trigram","word")
);
--> statement-breakpoint
CREATE TABLE "search"."words" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"word" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"term" text collate "C" NOT NULL,
	"uses" integer NOT NULL,
	"prominent_uses" integer NOT NULL,
	CONSTRAINT "words_tenant_id_word_text_pk" PRIMARY KEY("tenant_id","word","text")
);
--> statement-breakpoint
CREATE INDEX "companions_most" ON "search"."companions" USING btree ("tenant_id","product_id","orders" DESC NULLS FIRST,"companion_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "search"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "search"."inbox" USING btree ("next_attempt_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "products_changes" ON "search"."products" USING btree ("tenant_id","version","number");--> statement-breakpoint
CREATE INDEX "products_names" ON "search"."products" USING btree ("tenant_id","name_key") WHERE active;--> statement-breakpoint
CREATE INDEX "products_best_of_category" ON "search"."products" USING btree ("tenant_id","category_id","units_sold" DESC NULLS FIRST,"number" DESC NULLS FIRST) WHERE active;--> statement-breakpoint
CREATE INDEX "transitions_entity" ON "search"."transitions" USING btree ("tenant_id","entity_id","position");