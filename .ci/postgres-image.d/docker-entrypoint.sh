#!/bin/sh
# First process of the stand-in image: does what the official postgres image documents, for the cases that
# this project and Testcontainers use. Runs under busybox, hence plain sh.
set -eu

die() { printf 'Error: %s\n' "$*" >&2; exit 1; }

# VAR, or the content of the file that VAR_FILE names, or a default.
from_environment() { # name default
  eval "value=\${$1:-} file=\${$1_FILE:-}"
  [ -z "$value" ] || [ -z "$file" ] || die "both $1 and $1_FILE are set, but they exclude each other"
  [ -z "$file" ] || value=$(cat "$file")
  export "$1=${value:-$2}"
  unset "$1_FILE"
}

wants_the_server() {
  [ "$1" = postgres ] || return 1
  for argument; do
    case $argument in -\? | --help | --describe-config | -V | --version) return 1 ;; esac
  done
}

initialised() { [ -s "$PGDATA/PG_VERSION" ]; }

# From 18 on the volume belongs one level higher, so that pg_upgrade can see two versions at once. Without
# this check a mount at …/data would look fine and hold nothing.
refuse_old_layout() {
  [ "$PG_MAJOR" -ge 18 ] && [ "$PGDATA" = "/var/lib/postgresql/$PG_MAJOR/docker" ] || return 0
  for directory in /var/lib/postgresql /var/lib/postgresql/data /var/lib/postgresql/*/docker; do
    [ ! -s "$directory/PG_VERSION" ] || die "there appears to be PostgreSQL data in: $directory
       In 18+, these images keep their data in $PGDATA; mount the volume at /var/lib/postgresql
       and bring an older cluster over with pg_upgrade or a dump."
  done
  ! grep -q ' /var/lib/postgresql/data ' /proc/self/mountinfo ||
    die "there appears to be PostgreSQL data in: /var/lib/postgresql/data (unused mount/volume)
       In 18+, mount the volume at /var/lib/postgresql instead."
}

refuse_without_password() {
  [ -n "$POSTGRES_PASSWORD" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ] ||
    die 'Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.'
}

make_directories() {
  mkdir -p "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA" || :
  chmod 3775 /var/run/postgresql || :
  [ "$(id -u)" != 0 ] || chown -R postgres: "$PGDATA" /var/run/postgresql
}

create_cluster() {
  password_file=$(mktemp)
  printf '%s\n' "$POSTGRES_PASSWORD" >"$password_file"
  # The arguments come from one variable, quotes and all, as with the official image: hence eval.
  # shellcheck disable=SC2016
  eval 'initdb --username="$POSTGRES_USER" --pwfile="$password_file" '"$POSTGRES_INITDB_ARGS"
  rm "$password_file"
  # The official binaries are built for this socket directory, these for /tmp; psql is Debian's and looks here.
  printf '%s\n' "listen_addresses = '*'" "unix_socket_directories = '/var/run/postgresql'" >>"$PGDATA/postgresql.conf"
}

let_hosts_in() { # arguments of postgres
  shift
  method=${POSTGRES_HOST_AUTH_METHOD:-$(postgres -C password_encryption "$@")}
  printf '\nhost all all all %s\n' "$method" >>"$PGDATA/pg_hba.conf"
}

quoted() { # each argument in single quotes, for pg_ctl hands its -o to a shell
  for argument; do printf "'%s' " "$(printf %s "$argument" | sed "s/'/'\\\\''/g")"; done
}

# Listens on the socket only: nobody outside may take this first start for the ready server.
start_for_setup() { # arguments of postgres
  shift
  pg_ctl -D "$PGDATA" -w -o "$(quoted "$@" -c listen_addresses= -p "${PGPORT:-5432}")" start
}

sql() { psql --no-psqlrc --no-password -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" "$@"; }

create_database() {
  [ "$POSTGRES_DB" = postgres ] ||
    echo 'CREATE DATABASE :"name";' | sql --dbname postgres --set name="$POSTGRES_DB"
}

run_init_files() {
  for file in /docker-entrypoint-initdb.d/*; do
    [ -e "$file" ] || continue # an empty directory leaves the pattern itself
    echo "$0: running $file"
    # shellcheck disable=SC1090
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) sql --dbname "$POSTGRES_DB" -f "$file" ;;
      *.sql.gz) gunzip -c "$file" | sql --dbname "$POSTGRES_DB" ;;
      *) echo "$0: ignored, neither .sh nor .sql nor .sql.gz" ;;
    esac
  done
}

initialise() { # postgres and its arguments
  from_environment POSTGRES_USER postgres
  from_environment POSTGRES_PASSWORD ''
  from_environment POSTGRES_DB "$POSTGRES_USER"
  from_environment POSTGRES_INITDB_ARGS ''
  refuse_without_password
  refuse_old_layout
  create_cluster
  let_hosts_in "$@"
  export PGPASSWORD="$POSTGRES_PASSWORD" # for an --auth-local that asks for one
  start_for_setup "$@"
  create_database
  run_init_files
  pg_ctl -D "$PGDATA" -m fast -w stop
  unset PGPASSWORD
  printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

case ${1:-} in -*) set -- postgres "$@" ;; esac

if wants_the_server "$@"; then
  make_directories
  if [ "$(id -u)" = 0 ]; then # postgres refuses to be root; replaces this process, which stays number 1
    # By its path, since busybox would run its own setpriv, which cannot change the user.
    HOME=/var/lib/postgresql exec /usr/bin/setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
  fi
  if initialised; then
    printf '\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n\n'
  else
    initialise "$@"
  fi
fi
exec "$@"
