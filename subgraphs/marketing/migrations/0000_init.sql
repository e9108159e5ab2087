CREATE SCHEMA "marketing";
--> statement-breakpoint
CREATE TABLE "marketing"."coupon_holders" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"coupon_id" text NOT NULL,
	"user_id" text NOT NULL,
	"claimed" integer NOT NULL,
	"per_user_limit" integer NOT NULL,
	CONSTRAINT "coupon_holders_tenant_id_coupon_id_user_id_pk" PRIMARY KEY("tenant_id","coupon_id","user_id"),
	CONSTRAINT "coupon_holders_within_limit" CHECK ("marketing"."coupon_holders"."claimed" between 0 and "marketing"."coupon_holders"."per_user_limit")
);
--> statement-breakpoint
CREATE TABLE "marketing"."coupons" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"issue" text NOT NULL,
	"value" bigint NOT NULL,
	"threshold_minor" bigint,
	"currency_code" text,
	"total" integer NOT NULL,
	"claimed" integer DEFAULT 0 NOT NULL,
	"codes" integer DEFAULT 0 NOT NULL,
	"per_user_limit" integer NOT NULL,
	"valid_days" integer,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupons_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "coupons_never_over_issued" CHECK ("marketing"."coupons"."claimed" between 0 and "marketing"."coupons"."total"),
	CONSTRAINT "coupons_no_more_codes_than_total" CHECK ("marketing"."coupons"."codes" between 0 and "marketing"."coupons"."total"),
	CONSTRAINT "coupons_value_not_negative" CHECK ("marketing"."coupons"."value" >= 0),
	CONSTRAINT "coupons_ends_after_start" CHECK ("marketing"."coupons"."ends_at" > "marketing"."coupons"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "marketing"."exchange_codes" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"code" text NOT NULL,
	"coupon_id" text NOT NULL,
	"used_by" text,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exchange_codes_tenant_id_code_pk" PRIMARY KEY("tenant_id","code")
);
--> statement-breakpoint
CREATE TABLE "marketing"."idempotency_keys" (
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
CREATE TABLE "marketing"."inbox" (
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
CREATE TABLE "marketing"."mailboxes" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"user_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "mailboxes_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "marketing"."notifications" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"order_id" text,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notifications_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notifications_position" UNIQUE("tenant_id","user_id","position"),
	CONSTRAINT "notifications_told_once" UNIQUE("tenant_id","user_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "marketing"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "marketing"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marketing"."promotion_products" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"product_id" text NOT NULL,
	"promotion_id" text NOT NULL,
	CONSTRAINT "promotion_products_tenant_id_product_id_promotion_id_pk" PRIMARY KEY("tenant_id","product_id","promotion_id")
);
--> statement-breakpoint
CREATE TABLE "marketing"."promotions" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"value" bigint NOT NULL,
	"currency_code" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "promotions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "promotions_value_positive" CHECK ("marketing"."promotions"."value" > 0),
	CONSTRAINT "promotions_ends_after_start" CHECK ("marketing"."promotions"."ends_at" > "marketing"."promotions"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "marketing"."redemptions" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"order_id" text NOT NULL,
	"user_coupon_id" text,
	"redeemed_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	CONSTRAINT "redemptions_tenant_id_order_id_pk" PRIMARY KEY("tenant_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "marketing"."transitions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "marketing"."transitions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marketing"."user_coupons" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"coupon_id" text NOT NULL,
	"user_id" text NOT NULL,
	"code" text NOT NULL,
	"status" text NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "user_coupons_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "user_coupons_code" UNIQUE("tenant_id","code")
);
--> statement-breakpoint
CREATE INDEX "coupons_by_issue" ON "marketing"."coupons" USING btree ("tenant_id","issue","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "marketing"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "marketing"."inbox" USING btree ("next_attempt_at") WHERE processed_at is null;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "marketing"."notifications" USING btree ("tenant_id","user_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "promotion_products_by_promotion" ON "marketing"."promotion_products" USING btree ("tenant_id","promotion_id");--> statement-breakpoint
CREATE INDEX "transitions_entity" ON "marketing"."transitions" USING btree ("tenant_id","entity_id","position");--> statement-breakpoint
CREATE INDEX "user_coupons_by_user" ON "marketing"."user_coupons" USING btree ("tenant_id","user_id","id");--> statement-breakpoint
CREATE INDEX "user_coupons_to_expire" ON "marketing"."user_coupons" USING btree ("tenant_id","expires_at") WHERE status = 'AVAILABLE';