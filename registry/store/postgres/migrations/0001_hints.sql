ALTER TABLE "registry"."versions" ADD COLUMN "supergraph_hash" text;
--> statement-breakpoint
CREATE FUNCTION "registry"."tell_of_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('agora_registry', NEW.number::text);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "tell" AFTER INSERT ON "registry"."releases"
	FOR EACH ROW EXECUTE FUNCTION "registry"."tell_of_release"();
