#!/usr/bin/env bash
# All that a change must pass. Names of phases as arguments run only those: scripts/check.sh lint types
set -euo pipefail
cd "$(dirname "$0")/.."

lint() { npm run --silent lint; }
types() { npm run --silent typecheck; }
# Whom it would break, against what is published
schemas() { npm run --silent registry -- check; }
format() { npx prettier --check --log-level warn .; }
tests() { npm test; }
services() { npm run test:services; }

# What is generated must be what its sources generate: running the generators changes no file and adds none.
generated() {
  local before after
  before=$(fingerprints)
  npm run --silent compose
  npm run --silent codegen -- --errors-only
  npm run --silent docs
  after=$(fingerprints)
  diff <(echo "$before") <(echo "$after") || {
    echo 'These files were not what their sources generate. They are now: commit them.' >&2
    return 1
  }
}
fingerprints() {
  # A file deleted but not yet committed is listed and not there: no matter.
  git ls-files -z --cached --others --exclude-standard | sort -zu | xargs -0 sha1sum 2>/dev/null || true
}

phases=("$@")
[ $# -gt 0 ] || phases=(types lint format generated schemas tests services)
for phase in "${phases[@]}"; do
  echo "== $phase"
  "$phase"
done
echo "== passed: ${phases[*]}"
