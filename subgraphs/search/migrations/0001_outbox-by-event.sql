ALTER TABLE "search"."outbox" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "search"."outbox" ADD CONSTRAINT "outbox_event_id_tenant_id_pk" PRIMARY KEY("event_id","tenant_id");
