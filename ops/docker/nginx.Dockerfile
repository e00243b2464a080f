# syntax=docker/dockerfile:1
# docker build -f ops/docker/nginx.Dockerfile -t workshopsai-nginx:0.1.0 .
# Debian's nginx with Lua, which purging by key needs and the image of nginx itself lacks.

FROM debian:12.12-slim
LABEL org.opencontainers.image.title="WorkshopsAI CMS: caching proxy" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="0.1.0"
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-lua \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o 33 -g 33 -m 0700 /var/cache/nginx
COPY ops/nginx/cache.conf ops/nginx/surrogate_keys.lua ops/nginx/container.conf ops/nginx/start.sh /etc/nginx/workshops/
# Debian's www-data, by number.
USER 33:33
VOLUME ["/var/cache/nginx"]
EXPOSE 8080
# Whether it takes connections.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080"]
# nginx finishes its requests on SIGQUIT.
STOPSIGNAL SIGQUIT
ENTRYPOINT ["sh", "/etc/nginx/workshops/start.sh"]
CMD ["-g", "daemon off;"]
