#!/bin/bash
# Copies the primary at the first start, then follows it.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  password=${REPLICATION_PASSWORD:?}
  rm -rf "${PGDATA:?}"/*
  PGPASSWORD=$password pg_basebackup \
    --host=database --username=replicator --pgdata="$PGDATA" --slot=replica --wal-method=stream --checkpoint=fast
  {
    echo "primary_slot_name = 'replica'"
    echo "primary_conninfo = 'host=database user=replicator password=$password'"
  } >> "$PGDATA/postgresql.auto.conf"
  touch "$PGDATA/standby.signal"
fi
exec postgres -c config_file=/etc/postgresql/postgresql.conf
