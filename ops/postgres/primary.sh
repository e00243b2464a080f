#!/bin/bash
# Runs once, when the primary's data folder is made: an account for the replica, and who may connect from where.
set -euo pipefail
password=${REPLICATION_PASSWORD:?}
psql -v ON_ERROR_STOP=1 -v password="$password" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role replicator login replication password :'password';
select pg_create_physical_replication_slot('replica');
create extension if not exists pg_stat_statements;
SQL
echo "host replication replicator all scram-sha-256" >> "$PGDATA/pg_hba.conf"
