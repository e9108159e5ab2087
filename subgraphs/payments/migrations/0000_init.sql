CREATE SCHEMA "payments";
--> statement-breakpoint
CREATE TABLE "payments"."idempotency_keys" (
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
CREATE TABLE "payments"."inbox" (
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
CREATE TABLE "payments"."journal_entries" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"booked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "journal_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "payments"."outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payments"."outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments"."payments" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"captured" bigint DEFAULT 0 NOT NULL,
	"refund_reserved" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"charge_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "payments_amount" CHECK ("payments"."payments"."amount" >= 0),
	CONSTRAINT "payments_refund_reserved" CHECK ("payments"."payments"."refund_reserved" between 0 and "payments"."payments"."captured"),
	CONSTRAINT "payments_refunded" CHECK ("payments"."payments"."refunded" between 0 and "payments"."payments"."refund_reserved")
);
--> statement-breakpoint
CREATE TABLE "payments"."postings" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entry_id" text NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "postings_tenant_id_entry_id_account_currency_pk" PRIMARY KEY("tenant_id","entry_id","account","currency"),
	CONSTRAINT "postings_account" CHECK ("payments"."postings"."account" in ('cash', 'sales', 'refunds', 'unapplied')),
	CONSTRAINT "postings_amount" CHECK ("payments"."postings"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "payments"."provider_events" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_events_tenant_id_provider_event_id_pk" PRIMARY KEY("tenant_id","provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "payments"."refunds" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"payment_id" text NOT NULL,
	"status" text NOT NULL,
	"automatic" boolean NOT NULL,
	"charge_id" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "refunds_amount" CHECK ("payments"."refunds"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "payments"."simulated_charges" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"payment_id" text NOT NULL,
	"outcome" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "simulated_charges_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "simulated_charges_refunded" CHECK ("payments"."simulated_charges"."refunded" between 0 and "payments"."simulated_charges"."amount")
);
--> statement-breakpoint
CREATE TABLE "payments"."simulated_events" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"id" text NOT NULL,
	"charge_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "simulated_events_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "payments"."simulated_refunds" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"idempotency_key" text NOT NULL,
	"charge_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "simulated_refunds_tenant_id_idempotency_key_pk" PRIMARY KEY("tenant_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "payments"."transitions" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payments"."transitions_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"entity_id" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payments"."postings" ADD CONSTRAINT "postings_entry" FOREIGN KEY ("tenant_id","entry_id") REFERENCES "payments"."journal_entries"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments"."refunds" ADD CONSTRAINT "refunds_payment" FOREIGN KEY ("tenant_id","payment_id") REFERENCES "payments"."payments"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "payments"."idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "payments"."inbox" USING btree ("next_attempt_at") WHERE processed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "journal_entries_once" ON "payments"."journal_entries" USING btree ("tenant_id","kind","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_an_order" ON "payments"."payments" USING btree ("tenant_id","order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_success_an_order" ON "payments"."payments" USING btree ("tenant_id","order_id") WHERE status in ('SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED');--> statement-breakpoint
CREATE INDEX "payments_newest" ON "payments"."payments" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments"."payments" USING btree ("tenant_id","expires_at") WHERE status in ('PENDING', 'FAILED');--> statement-breakpoint
CREATE INDEX "refunds_of_payment" ON "payments"."refunds" USING btree ("tenant_id","payment_id");--> statement-breakpoint
CREATE INDEX "refunds_oldest" ON "payments"."refunds" USING btree ("tenant_id","status","requested_at","id");--> statement-breakpoint
CREATE INDEX "refunds_approved" ON "payments"."refunds" USING btree ("tenant_id","approved_at") WHERE status = 'APPROVED';--> statement-breakpoint
CREATE UNIQUE INDEX "simulated_charges_key" ON "payments"."simulated_charges" USING btree ("tenant_id","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "simulated_charges_one_success" ON "payments"."simulated_charges" USING btree ("tenant_id","payment_id") WHERE outcome = 'SUCCEEDED';--> statement-breakpoint
CREATE UNIQUE INDEX "simulated_events_charge" ON "payments"."simulated_events" USING btree ("tenant_id","charge_id");--> statement-breakpoint
CREATE INDEX "simulated_events_due" ON "payments"."simulated_events" USING btree ("tenant_id","next_attempt_at") WHERE delivered_at is null;--> statement-breakpoint
CREATE INDEX "transitions_entity" ON "payments"."transitions" USING btree ("tenant_id","entity_id","position");--> statement-breakpoint
-- Invariant 1: at commit, what was posted to an entry adds up to 0 in each of its currencies.
CREATE FUNCTION "payments"."entry_must_balance"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "payments"."postings" WHERE tenant_id = NEW.tenant_id AND entry_id = NEW.entry_id
              GROUP BY currency HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'the journal entry % does not balance', NEW.entry_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "postings_balance" AFTER INSERT ON "payments"."postings"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "payments"."entry_must_balance"();--> statement-breakpoint
-- A journal is written once: what was wrong is put right by another entry.
CREATE FUNCTION "payments"."journal_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is not changed: book another entry' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "journal_entries_final" BEFORE UPDATE OR DELETE ON "payments"."journal_entries"
  FOR EACH ROW EXECUTE FUNCTION "payments"."journal_is_final"();--> statement-breakpoint
CREATE TRIGGER "postings_final" BEFORE UPDATE OR DELETE ON "payments"."postings"
  FOR EACH ROW EXECUTE FUNCTION "payments"."journal_is_final"();
