ALTER TABLE "marketing"."outbox" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "marketing"."outbox" ADD CONSTRAINT "outbox_event_id_tenant_id_pk" PRIMARY KEY("event_id","tenant_id");
