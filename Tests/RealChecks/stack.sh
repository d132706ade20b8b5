#!/bin/bash
# The real software that the real checks run against, on loopback ports.
#
#   stack.sh start DIR     install what is missing, start everything below DIR
#   stack.sh stop DIR      stop everything that was started below DIR
#   stack.sh status DIR    what runs, and where
#
# nginx -> uvicorn (app.py) -> PostgreSQL and Redis; Prometheus and redis_exporter watch them.
# As root, and DIR must be reachable for the user postgres (below /tmp it is). DIR/urls holds the
# addresses as shell variables. Logs: DIR/access.log, DIR/postgresql.log, DIR/uvicorn.log.
#
# Environment: PORT_BASE (18080), VENV (DIR/venv), DRIVER psycopg2|psycopg (psycopg2: statements
# with literals; psycopg: prepared, parameters in DETAIL lines), LOG_MIN_MS (20; 0 logs every
# statement), SQLCOMMENTS=1, BUCKETS=default (see app.py).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
services="prometheus exporter nginx app redis postgres"   # the order in which they are stopped

usage() { sed -n '2,16s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -eq 2 ] || usage
action=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)

base=${PORT_BASE:-18080}
nginx_port=$base app_port=$((base + 1)) postgres_port=$((base + 2))
redis_port=$((base + 3)) exporter_port=$((base + 4)) prometheus_port=$((base + 5))
venv=${VENV:-$dir/venv}
driver=${DRIVER:-psycopg2}
export PATH=$PATH:/usr/sbin

say() { printf '%s\n' "$*" >&2; }

install_missing() {
  local missing=()
  command -v nginx >/dev/null || missing+=(nginx-light)
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v prometheus >/dev/null || missing+=(prometheus)
  command -v prometheus-redis-exporter >/dev/null || missing+=(prometheus-redis-exporter)
  command -v curl >/dev/null || missing+=(curl)
  python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
  if [ ${#missing[@]} -gt 0 ]; then
    say "installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
  fi
  if ! "$venv/bin/python" -c "import fastapi, uvicorn, prometheus_fastapi_instrumentator, redis, $driver" 2>/dev/null; then
    say "installing Python packages into $venv"
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv"
    "$venv/bin/pip" install -q fastapi uvicorn prometheus-fastapi-instrumentator sqlalchemy redis \
      psycopg2-binary 'psycopg[binary]' >&2
  fi
}

# alive SERVICE: whether the process of its pid file runs.
alive() { [ -s "$dir/$1.pid" ] && kill -0 "$(cat "$dir/$1.pid")" 2>/dev/null; }

# background SERVICE LOG COMMAND...: start it away from this shell and keep its process id.
background() {
  local name=$1 log=$2
  shift 2
  setsid "$@" >>"$log" 2>&1 </dev/null &
  echo $! >"$dir/$name.pid"
}

# wait_for WHAT COMMAND...: until it succeeds, at most 30 s.
wait_for() {
  local what=$1 tries=0
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ $tries -gt 150 ]; then
      say "$what did not come up; see the logs in $dir"
      exit 1
    fi
    sleep 0.2
  done
}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups "$@"
  else
    "$@"
  fi
}

start_postgres() {
  local bin data=$dir/pgdata
  bin=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/postgres | sort -V | tail -1)")
  chmod 755 "$dir"
  if [ ! -f "$data/PG_VERSION" ]; then
    install -d -m 700 "$data"
    [ "$(id -u)" != 0 ] || chown postgres "$data"
    (cd / && as_postgres "$bin/initdb" -D "$data" -A trust -U postgres --locale=C.UTF-8 -E UTF8 >/dev/null)
  fi
  (cd / && background postgres "$dir/postgresql.log" \
    $([ "$(id -u)" != 0 ] || echo setpriv --reuid=postgres --regid=postgres --init-groups) \
    "$bin/postgres" -D "$data" -p "$postgres_port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
    -c log_min_duration_statement="${LOG_MIN_MS:-20}ms" -c log_line_prefix='%m [%p] %u@%d ' \
    -c log_timezone=UTC -c max_parallel_workers_per_gather=0 -c autovacuum=off)
  wait_for PostgreSQL "$bin/pg_isready" -q -U postgres -h 127.0.0.1 -p "$postgres_port"
  # Our own statements are no part of what the application does: they stay out of the log.
  local sql=(env PGOPTIONS='-c log_min_duration_statement=-1' "$bin/psql" -X -q -h 127.0.0.1 -p "$postgres_port" -U postgres -v ON_ERROR_STOP=1)
  if [ "$("${sql[@]}" -At -c "SELECT 1 FROM pg_database WHERE datname = 'shop'")" != 1 ]; then
    say "filling the database"
    "${sql[@]}" -c 'CREATE DATABASE shop'
    "${sql[@]}" -d shop -f "$here/schema.sql"
  fi
}

start_redis() {
  background redis "$dir/redis.log" redis-server --bind 127.0.0.1 --port "$redis_port" \
    --save '' --appendonly no --dir "$dir" --maxmemory 8mb --maxmemory-policy allkeys-lru
  wait_for Redis redis-cli -p "$redis_port" ping
  background exporter "$dir/exporter.log" prometheus-redis-exporter \
    -redis.addr "redis://127.0.0.1:$redis_port" -web.listen-address "127.0.0.1:$exporter_port"
}

start_app() {
  DATABASE_URL="postgresql+$driver://postgres@127.0.0.1:$postgres_port/shop" \
    REDIS_URL="redis://127.0.0.1:$redis_port/0" PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    background app "$dir/uvicorn.log" "$venv/bin/python" -m uvicorn --app-dir "$here" app:app \
    --host 127.0.0.1 --port "$app_port" --no-use-colors
  wait_for 'the application' curl -sf "http://127.0.0.1:$app_port/health"
}

start_nginx() {
  mkdir -p "$dir/nginx"
  cat >"$dir/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo 'user www-data;')
daemon off;
worker_processes 1;
pid $dir/nginx/nginx.pid;
error_log $dir/nginx-error.log;
events { worker_connections 512; }
http {
  log_format timed '\$remote_addr - \$remote_user [\$time_local] "\$request" '
                   '\$status \$body_bytes_sent "\$http_referer" "\$http_user_agent" \$request_time';
  access_log $dir/access.log timed;
  client_body_temp_path $dir/nginx/body;
  proxy_temp_path $dir/nginx/proxy;
  fastcgi_temp_path $dir/nginx/fastcgi;
  uwsgi_temp_path $dir/nginx/uwsgi;
  scgi_temp_path $dir/nginx/scgi;
  upstream application { server 127.0.0.1:$app_port; keepalive 32; }
  server {
    listen 127.0.0.1:$nginx_port;
    location / {
      proxy_pass http://application;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host \$host;
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
    }
    location = /nginx_status { stub_status; access_log off; }
  }
}
CONF
  background nginx "$dir/nginx-error.log" nginx -c "$dir/nginx.conf" -e "$dir/nginx-error.log"
  wait_for nginx curl -sf "http://127.0.0.1:$nginx_port/nginx_status"
}

start_prometheus() {
  cat >"$dir/prometheus.yml" <<CONF
global: {scrape_interval: 2s, scrape_timeout: 1500ms}
scrape_configs:
  - {job_name: app, static_configs: [{targets: ['127.0.0.1:$app_port']}]}
  - {job_name: redis, static_configs: [{targets: ['127.0.0.1:$exporter_port']}]}
  - {job_name: prometheus, static_configs: [{targets: ['127.0.0.1:$prometheus_port']}]}
CONF
  background prometheus "$dir/prometheus.log" prometheus --config.file="$dir/prometheus.yml" \
    --storage.tsdb.path="$dir/prometheus" --web.listen-address="127.0.0.1:$prometheus_port"
  wait_for Prometheus curl -sf "http://127.0.0.1:$prometheus_port/-/ready"
}

write_urls() {
  cat >"$dir/urls" <<CONF
NGINX_URL=http://127.0.0.1:$nginx_port
METRICS_URL=http://127.0.0.1:$app_port/metrics
REDIS_METRICS_URL=http://127.0.0.1:$exporter_port/metrics
PROMETHEUS_URL=http://127.0.0.1:$prometheus_port
NGINX_STATUS_URL=http://127.0.0.1:$nginx_port/nginx_status
DATABASE_URL=postgresql://postgres@127.0.0.1:$postgres_port/shop
CONF
}

stop_all() {
  local name pid tries
  for name in $services; do
    alive "$name" || { rm -f "$dir/$name.pid"; continue; }
    pid=$(cat "$dir/$name.pid")
    # PostgreSQL: SIGINT is the fast shutdown; SIGTERM would wait for its clients.
    [ "$name" = postgres ] && kill -INT "$pid" || kill -TERM "$pid"
    for tries in $(seq 100); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    ! kill -0 "$pid" 2>/dev/null || kill -KILL "$pid"
    rm -f "$dir/$name.pid"
  done
}

case $action in
  start)
    for name in $services; do
      ! alive "$name" || { say "$name already runs in $dir: stop first"; exit 1; }
    done
    install_missing
    trap 'code=$?; [ $code = 0 ] || stop_all; exit $code' EXIT
    start_postgres
    start_redis
    start_app
    start_nginx
    start_prometheus
    # A port that was taken: another server may have answered in place of ours.
    for name in $services; do
      alive "$name" || { say "$name did not stay up; see the logs in $dir"; exit 1; }
    done
    write_urls
    cat "$dir/urls"
    ;;
  stop) stop_all ;;
  status)
    for name in $services; do
      if alive "$name"; then echo "$name runs ($(cat "$dir/$name.pid"))"; else echo "$name is stopped"; fi
    done
    [ ! -f "$dir/urls" ] || cat "$dir/urls"
    ;;
  *) usage ;;
esac
