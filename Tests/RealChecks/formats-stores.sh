# The databases and caches of formats.sh, which reads this file.

# Statements with their repetitions and milliseconds; each has a literal that must not survive.
statements=(
  "12 40 SELECT pg_sleep(0.04), 'hush-7311' AS secret"
  "5 120 SELECT pg_sleep(0.12) WHERE 815001 > 4 AND 'hush-7312' <> 'b'"
  "20 0 INSERT INTO notes (id, body) VALUES (815002, 'hush-7313')"
)

# as_sql REPETITIONS: all statements, one a line.
all_statements() {
  local entry count rest
  for entry in "${statements[@]}"; do
    count=${entry%% *} rest=${entry#* }
    for ((i = 0; i < count; i++)); do echo "${rest#* };"; done
  done
}

sent_statements() { printf '%s\n' "${statements[@]}" >"$1"; }

postgres_bin=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -1)" 2>/dev/null)
PATH="$PATH:$postgres_bin"

# start_postgres FOLDER PORT: with every statement in its three logs, as far as its version has them.
start_postgres() {
  local data=$1 at=$2 logs=stderr,csvlog as=()
  [ "$(postgres --version | grep -o '[0-9]*' | head -1)" -lt 15 ] || logs+=,jsonlog
  [ "$(id -u)" != 0 ] || as=("${user[@]}")
  (cd / && "${as[@]}" initdb -D "$data/data" -A trust -U postgres --locale=C.UTF-8 -E UTF8) >"$data/out" 2>&1
  start "$data/out" "${as[@]}" postgres -D "$data/data" -p "$at" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c fsync=off -c logging_collector=on -c log_directory="$data" \
    -c log_filename=server.log -c log_destination="$logs" -c log_min_duration_statement=0 \
    -c log_line_prefix='%m [%p] %u@%d ' -c log_timezone=UTC
  wait_for psql -h 127.0.0.1 -p "$at" -U postgres -Atc 'SELECT 1'
}

if wanted postgres initdb postgres psql; then
  start_postgres "$dir/postgres" $((port + 10))
  sql=(psql -X -q -h 127.0.0.1 -p $((port + 10)) -U postgres)
  "${sql[@]}" -c 'CREATE TABLE notes (id int, body text)'
  all_statements | "${sql[@]}" -o /dev/null
  sent_statements "$dir/postgres/sent"
  sleep 0.5
  for log in server.log server.csv server.json; do
    [ -e "$dir/postgres/$log" ] || continue
    check "postgres $log" statements "$dir/postgres/$log" --layout "postgres-${log#server.}" --sent "$dir/postgres/sent"
  done
fi

if wanted pgbouncer pgbouncer postgres psql && [ -d "$dir/postgres/data" ]; then
  cat >"$dir/pgbouncer/pgbouncer.ini" <<CONF
[databases]
postgres = host=127.0.0.1 port=$((port + 10)) user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $((port + 11))
unix_socket_dir =
auth_type = any
pool_mode = transaction
stats_period = 2
CONF
  start "$dir/pgbouncer/pgbouncer.log" "${user[@]}" pgbouncer "$dir/pgbouncer/pgbouncer.ini"
  wait_for psql -h 127.0.0.1 -p $((port + 11)) -U postgres -Atc 'SELECT 1'
  for i in $(seq 40); do echo "SELECT pg_sleep(0.1);"; done |
    psql -X -q -h 127.0.0.1 -p $((port + 11)) -U postgres -o /dev/null
  sleep 2
  check pgbouncer pools "$dir/pgbouncer/pgbouncer.log"
fi

if wanted mariadb mariadbd mariadb mariadb-install-db; then
  at=$((port + 12)) data=$dir/mariadb
  as=(); [ "$(id -u)" != 0 ] || as=(--user=nobody)
  mariadb-install-db "${as[@]}" --no-defaults --datadir="$data/data" --auth-root-authentication-method=normal \
    --skip-test-db >"$data/out" 2>&1
  start "$data/out" mariadbd --no-defaults "${as[@]}" --datadir="$data/data" --port="$at" --bind-address=127.0.0.1 \
    --socket="$data/socket" --pid-file="$data/pid" --slow-query-log=1 --slow-query-log-file="$data/slow.log" \
    --long-query-time=0
  wait_for mariadb --no-defaults -S "$data/socket" -u root -e 'SELECT 1'
  sql=(mariadb --no-defaults -S "$data/socket" -u root)
  "${sql[@]}" -e 'CREATE DATABASE shop; CREATE TABLE shop.notes (id int, body text)'
  all_statements | sed 's/pg_sleep/sleep/' | "${sql[@]}" shop >/dev/null
  sent_statements "$data/sent"
  check "mariadb slow log" statements "$data/slow.log" --layout mariadb --sent "$data/sent"
fi

if wanted redis redis-server redis-cli; then
  at=$((port + 13))
  start "$dir/redis/redis.log" redis-server --port "$at" --bind 127.0.0.1 --save '' --dir "$dir/redis" \
    --slowlog-log-slower-than 0 --slowlog-max-len 1000 --enable-debug-command local
  wait_for redis-cli -p "$at" ping
  redis-cli -p "$at" slowlog reset >/dev/null
  for i in $(seq 30); do echo "SET hush-$i hush-7311"; done | redis-cli -p "$at" >/dev/null
  for i in 1 2 3 4 5; do redis-cli -p "$at" DEBUG SLEEP 0.05 >/dev/null; done
  redis-cli -p "$at" slowlog get 100 >"$dir/redis/slowlog.txt"
  check "redis slowlog" redis "$dir/redis/slowlog.txt"
  check "redis server log" quiet "$dir/redis/redis.log"
fi
