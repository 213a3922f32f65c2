# shellcheck shell=bash
# Sourced by every leg: where it stands and what it sees, however it was called.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CI=true
# There is no image of Testcontainers' own reaper here. Our own sweep does its work.
export TESTCONTAINERS_RYUK_DISABLED=true
# A machine that is itself a small virtual one looks like a container to Testcontainers, which would then look
# for the published ports elsewhere.
export TESTCONTAINERS_HOST_OVERRIDE=localhost

# A leg's own directory, gone when the leg ends. Others may look in, for one leg works as another user.
scratch=$(mktemp -d)
chmod 755 "$scratch"
trap 'rm -rf "$scratch"' EXIT

maven() { mvn -B -ntp "$@"; }

# The commit alone, without what lies about in this working copy.
clone_to() { git clone --quiet . "$1"; }

# The newest migration, as the command line names it ("V6 add job processed text"), and its version ("V6").
newest_script() { find schema/src/main/resources/db/migration -name 'V*.sql' -printf '%f\n' | sort --version-sort | tail -n 1; }
newest_migration() { newest_script | sed 's/__/ /; s/_/ /g; s/\.sql$//'; }
newest_version() { newest_script | sed 's/__.*//'; }

fail() {
  echo "$*" >&2
  exit 1
}
