#!/bin/bash
# What svctop says about the metrics of real software, beside what was sent and what Prometheus says.
#
#   metrics.sh SVCTOP DIR       e.g. metrics.sh .build/release/svctop /tmp/metricscheck
#
# Starts on loopback, below DIR, what is installed of: the node, redis, postgres, pgbouncer and
# nginx exporters with their servers, Prometheus, and the Python services of metrics_apps.py; lets
# `svctop snapshot --duration 24s` watch them; sends a known load inside that window; compares with
# metrics_compare.py (which states the tolerances). What is missing is named and left out. Takes
# about a minute; exit status 1 when anything missed.
#
# As root or as any user but for PostgreSQL. Environment: PORT_BASE (19400), VENV (DIR/venv; made
# from PyPI where it is not there).
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,14s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
svctop=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
venv=${VENV:-$dir/venv}
port=${PORT_BASE:-19400}
export PATH=$PATH:/usr/sbin PYTHONDONTWRITEBYTECODE=1
seconds=24 load_seconds=15

say() { printf '%s\n' "$*" >&2; }
pids=()
stop_all() {
  local pid
  for pid in "${pids[@]}"; do kill -TERM -- "-$pid" 2>/dev/null || true; done
  sleep 1
  for pid in "${pids[@]}"; do kill -KILL -- "-$pid" 2>/dev/null || true; done
}
trap stop_all EXIT

# start NAME COMMAND...: in a process group of its own, which ends with this script.
start() {
  local name=$1
  shift
  setsid "$@" >"$dir/$name.log" 2>&1 </dev/null &
  pids+=($!)
  echo $! >"$dir/$name.pid"
}

# has COMMAND WHAT: whether it is installed; says what is left out where it is not.
has() { command -v "$1" >/dev/null || { say "skipped: $2 ($1 is not installed)"; return 1; }; }

# up NAME KIND PORT URL: waits for it and puts it among the targets, or says that it is skipped.
up() {
  local tries
  for tries in $(seq 100); do
    if curl -sf -o /dev/null "$4"; then
      echo "$1 $2 $3" >>"$dir/targets"
      [ "$5" = - ] || { names+=("$1"); urls+=("$1=$5"); }
      return
    fi
    sleep 0.2
  done
  say "skipped: $1 did not come up; see $dir/$1.log"
}

names=() urls=()
: >"$dir/targets"

# Python services
if [ ! -x "$venv/bin/python" ]; then
  say "making $venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q fastapi uvicorn prometheus-fastapi-instrumentator starlette_exporter \
    flask prometheus-flask-exporter django django-prometheus opentelemetry-sdk \
    opentelemetry-exporter-prometheus opentelemetry-instrumentation-fastapi >&2
fi
app() { # NAME MODULE PATH
  local at=$port
  port=$((port + 1))
  "$venv/bin/python" -c "import $2" 2>/dev/null || { say "skipped: $1 ($2 is not in $venv)"; return; }
  start "$1" "$venv/bin/python" "$here/metrics_apps.py" "$1" "$at"
  up "$1" app "$at" "http://127.0.0.1:$at$3" "http://127.0.0.1:$at$3"
}
app instrumentator prometheus_fastapi_instrumentator /metrics
app starlette starlette_exporter /metrics
app flask prometheus_flask_exporter /metrics
app django django_prometheus /metrics
app otel opentelemetry.instrumentation.fastapi /metrics/
app performance fastapi /performance/endpoints
for name in workers bare; do
  at=$port port=$((port + 1))
  "$venv/bin/python" -c 'import prometheus_fastapi_instrumentator, uvicorn' 2>/dev/null || continue
  start $name "$venv/bin/python" -m uvicorn --app-dir "$here" --factory "metrics_apps:$name" \
    --workers 2 --host 127.0.0.1 --port "$at" --log-level warning
  up $name app "$at" "http://127.0.0.1:$at/metrics" "http://127.0.0.1:$at/metrics"
done

# Servers and their exporters
if has prometheus-node-exporter "node exporter"; then
  at=$port port=$((port + 1))
  start node prometheus-node-exporter --web.listen-address "127.0.0.1:$at"
  up node node "$at" "http://127.0.0.1:$at/metrics" "http://127.0.0.1:$at/metrics"
fi
if has redis-server redis && has prometheus-redis-exporter "redis exporter"; then
  at=$port port=$((port + 2))
  start redis-server redis-server --bind 127.0.0.1 --port "$at" --save '' --appendonly no --dir "$dir"
  start redis prometheus-redis-exporter -redis.addr "redis://127.0.0.1:$at" \
    -web.listen-address "127.0.0.1:$((at + 1))"
  up redis redis "$at" "http://127.0.0.1:$((at + 1))/metrics" "http://127.0.0.1:$((at + 1))/metrics"
fi
if has nginx nginx && has prometheus-nginx-exporter "nginx exporter"; then
  at=$port port=$((port + 2))
  mkdir -p "$dir/nginx"
  cat >"$dir/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo 'user www-data;')
daemon off; worker_processes 1; pid $dir/nginx/nginx.pid; error_log $dir/nginx-error.log;
events { worker_connections 256; }
http {
  access_log off;
  client_body_temp_path $dir/nginx/body; proxy_temp_path $dir/nginx/proxy;
  fastcgi_temp_path $dir/nginx/fastcgi; uwsgi_temp_path $dir/nginx/uwsgi; scgi_temp_path $dir/nginx/scgi;
  server {
    listen 127.0.0.1:$at;
    location / { return 200 'here'; }
    location = /nginx_status { stub_status; }
  }
}
CONF
  start nginx-server nginx -c "$dir/nginx.conf" -e "$dir/nginx-error.log"
  start nginx prometheus-nginx-exporter -nginx.scrape-uri "http://127.0.0.1:$at/nginx_status" \
    -web.listen-address "127.0.0.1:$((at + 1))"
  up nginx page "$at" "http://127.0.0.1:$((at + 1))/metrics" "http://127.0.0.1:$((at + 1))/metrics"
fi
initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1 || true)
if [ -z "$initdb" ] || [ "$(id -u)" != 0 ]; then
  say "skipped: postgres, pgbouncer (not installed, or not root)"
else
  at=$port port=$((port + 4))
  postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)
  chmod 755 "$dir"
  rm -rf "$dir/pgdata"
  install -d -m 700 -o postgres "$dir/pgdata"
  (cd / && "${postgres[@]}" "$initdb" -D "$dir/pgdata" -A trust -U postgres --locale=C.UTF-8 -E UTF8 >/dev/null)
  cd /
  start postgres-server "${postgres[@]}" "$(dirname "$initdb")/postgres" -D "$dir/pgdata" -p "$at" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=50
  until "$(dirname "$initdb")/pg_isready" -q -h 127.0.0.1 -p "$at"; do sleep 0.2; done
  psql -X -q -h 127.0.0.1 -p "$at" -U postgres -c 'CREATE DATABASE shop'
  if has prometheus-postgres-exporter "postgres exporter"; then
    start postgres env DATA_SOURCE_NAME="postgresql://postgres@127.0.0.1:$at/shop?sslmode=disable" \
      prometheus-postgres-exporter --web.listen-address="127.0.0.1:$((at + 1))"
    up postgres postgres "$at" "http://127.0.0.1:$((at + 1))/metrics" "http://127.0.0.1:$((at + 1))/metrics"
  fi
  if has pgbouncer pgbouncer && has prometheus-pgbouncer-exporter "pgbouncer exporter"; then
    echo '"postgres" ""' >"$dir/userlist.txt"
    cat >"$dir/pgbouncer.ini" <<CONF
[databases]
shop = host=127.0.0.1 port=$at dbname=shop
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $((at + 2))
unix_socket_dir =
auth_type = any
auth_file = $dir/userlist.txt
admin_users = postgres
stats_users = postgres
pool_mode = transaction
default_pool_size = 7
ignore_startup_parameters = extra_float_digits
CONF
    # auth_type any makes every client the user that the database entry names.
    sed -i "s/dbname=shop/dbname=shop user=postgres/" "$dir/pgbouncer.ini"
    chmod 644 "$dir/pgbouncer.ini" "$dir/userlist.txt"
    start pgbouncer-server "${postgres[@]}" pgbouncer "$dir/pgbouncer.ini"
    # Debian's exporter 1.7 reads columns that PgBouncer 1.8 renamed, and ends at once: skipped.
    start pgbouncer prometheus-pgbouncer-exporter --host 127.0.0.1 --port "$((at + 3))" \
      --pgbouncer-host 127.0.0.1 --pgbouncer-port "$((at + 2))" --pgbouncer-user postgres \
      --database pgbouncer
    up pgbouncer sql "$((at + 2))" "http://127.0.0.1:$((at + 3))/metrics" "http://127.0.0.1:$((at + 3))/metrics"
  fi
fi

# Prometheus scrapes itself and what svctop reads.
prometheus_url=
if has prometheus Prometheus; then
  {
    echo 'global: {scrape_interval: 1s, scrape_timeout: 900ms}'
    echo 'scrape_configs:'
    for index in "${!names[@]}"; do
      [ "${names[$index]}" != performance ] || continue
      address=${urls[$index]#*://}
      echo "  - {job_name: ${names[$index]}, metrics_path: /${address#*/}, static_configs: [{targets: ['${address%%/*}']}]}"
    done
    echo "  - {job_name: prometheus, static_configs: [{targets: ['127.0.0.1:$port']}]}"
  } >"$dir/prometheus.yml"
  prometheus_url=http://127.0.0.1:$port
  rm -rf "$dir/prometheus"
  start prometheus prometheus --config.file="$dir/prometheus.yml" \
    --enable-feature=native-histograms --storage.tsdb.path="$dir/prometheus" \
    --web.listen-address="127.0.0.1:$port"
  up prometheus prometheus "$port" "$prometheus_url/-/ready" "$prometheus_url/metrics"
fi

sleep 3   # Prometheus needs some scrapes before the window
"$svctop" snapshot --output json --interval 1s --duration "${seconds}s" "${urls[@]}" \
  >"$dir/metrics.json" 2>"$dir/svctop.log" &
watching=$!
sleep 4   # svctop's first scrape is over
"$venv/bin/python" "$here/metrics_load.py" "$dir" --seconds "$load_seconds" >"$dir/sent.json"
if ! wait "$watching"; then
  say "svctop failed: $(cat "$dir/svctop.log")"
  exit 1
fi
for file in "$dir"/*.pid; do   # resident memory by the kernel, in KiB
  name=$(basename "$file" .pid)
  awk '/^VmRSS/ {print $2}' "/proc/$(cat "$file")/status" >"$dir/$name.rss" 2>/dev/null || true
done
sleep 2   # the last scrape of Prometheus
python3 "$here/metrics_compare.py" "$dir" --prometheus "$prometheus_url"
