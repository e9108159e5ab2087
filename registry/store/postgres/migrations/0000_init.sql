CREATE SCHEMA IF NOT EXISTS "registry";
--> statement-breakpoint
CREATE TABLE "registry"."versions" (
	"id" text PRIMARY KEY,
	"subgraphs" jsonb NOT NULL,
	"supergraph" text NOT NULL,
	"pushed_by" text NOT NULL CHECK ("pushed_by" <> ''),
	"pushed_at" timestamp with time zone NOT NULL DEFAULT now(),
	"commit" text
);
--> statement-breakpoint
CREATE TABLE "registry"."releases" (
	"number" integer PRIMARY KEY CHECK ("number" > 0),
	"version" text NOT NULL REFERENCES "registry"."versions" ("id"),
	"kind" text NOT NULL CHECK ("kind" IN ('publish', 'rollback')),
	"changes" text[] NOT NULL,
	"published_by" text NOT NULL CHECK ("published_by" <> ''),
	"published_at" timestamp with time zone NOT NULL DEFAULT now(),
	"commit" text
);
--> statement-breakpoint
CREATE TABLE "registry"."approvals" (
	"id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	"change" text NOT NULL CHECK ("change" <> ''),
	"schema" text NOT NULL CHECK ("schema" <> ''),
	"reason" text NOT NULL CHECK ("reason" <> ''),
	"expires_at" timestamp with time zone NOT NULL,
	"approved_by" text NOT NULL CHECK ("approved_by" <> ''),
	"approved_at" timestamp with time zone NOT NULL DEFAULT now(),
	"commit" text
);
--> statement-breakpoint
CREATE TABLE "registry"."clients" (
	"client" text NOT NULL CHECK ("client" <> ''),
	"version" text NOT NULL CHECK ("version" <> ''),
	"registered_by" text NOT NULL CHECK ("registered_by" <> ''),
	"registered_at" timestamp with time zone NOT NULL DEFAULT now(),
	"commit" text,
	PRIMARY KEY ("client", "version")
);
--> statement-breakpoint
CREATE TABLE "registry"."operations" (
	"client" text NOT NULL,
	"version" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	PRIMARY KEY ("client", "version", "position"),
	FOREIGN KEY ("client", "version") REFERENCES "registry"."clients" ("client", "version") ON DELETE CASCADE
);
--> statement-breakpoint
CREATE TABLE "registry"."batches" (
	"id" text PRIMARY KEY CHECK ("id" <> ''),
	"received_at" timestamp with time zone NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE INDEX "batches_received" ON "registry"."batches" ("received_at");
--> statement-breakpoint
CREATE TABLE "registry"."usage" (
	"day" date NOT NULL,
	"coordinate" text NOT NULL,
	"client" text NOT NULL,
	"client_version" text NOT NULL,
	"count" bigint NOT NULL,
	PRIMARY KEY ("day", "coordinate", "client", "client_version")
);
--> statement-breakpoint
CREATE TABLE "registry"."audit" (
	"id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	"at" timestamp with time zone NOT NULL DEFAULT now(),
	"by" text NOT NULL,
	"what" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION "registry"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'registry.% is only ever added to', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER "only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "registry"."versions"
	FOR EACH STATEMENT EXECUTE FUNCTION "registry"."refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "registry"."releases"
	FOR EACH STATEMENT EXECUTE FUNCTION "registry"."refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "registry"."approvals"
	FOR EACH STATEMENT EXECUTE FUNCTION "registry"."refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "only_added_to" BEFORE UPDATE OR DELETE OR TRUNCATE ON "registry"."audit"
	FOR EACH STATEMENT EXECUTE FUNCTION "registry"."refuse_change"();
