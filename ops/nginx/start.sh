#!/bin/sh
# Puts this installation's address and token into the configuration, then starts nginx.
set -eu
: "${CDN_PURGE_TOKEN:?the token with which the product purges}"
: "${UPSTREAM:=web:3001}" "${LISTEN:=8080}" "${LISTEN_PURGE:=8081}"
here=$(dirname "$0")
sed \
  -e "s|server 127.0.0.1:3001;|server $UPSTREAM;|" \
  -e "s|listen 8080;|listen $LISTEN;|" \
  -e "s|listen 127.0.0.1:8081;|listen $LISTEN_PURGE;|" \
  -e "s|the same as CDN_PURGE_TOKEN|$CDN_PURGE_TOKEN|" \
  "$here/cache.conf" > /tmp/cache.conf
exec nginx -c "$here/container.conf" -e stderr "$@"
