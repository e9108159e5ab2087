#!/usr/bin/env bash
# Writes the SQL for what changed in a room's tables: scripts/migration.sh orders add-gift-note
set -euo pipefail
room=$1 name=$2
npx drizzle-kit generate --dialect postgresql --schema "subgraphs/$room/data/tables.ts" --out "subgraphs/$room/migrations" --name "$name"
