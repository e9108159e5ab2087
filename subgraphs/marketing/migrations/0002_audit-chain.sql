CREATE TABLE "marketing"."audit_heads" (
	"tenant_id" text PRIMARY KEY DEFAULT current_setting('agora.tenant') NOT NULL,
	"position" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "marketing"."audit_log" (
	"tenant_id" text DEFAULT current_setting('agora.tenant') NOT NULL,
	"position" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"entry" json NOT NULL,
	CONSTRAINT "audit_log_tenant_id_position_pk" PRIMARY KEY("tenant_id","position")
);
