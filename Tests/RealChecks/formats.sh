#!/bin/bash
# Are the logs of real servers read rightly? Exit status 0 when all that ran hold, 1 when not.
#
#   formats.sh SVCTOP DIR [PART...]     e.g. formats.sh .build/release/svctop /tmp/formats nginx redis
#
# Starts servers on loopback below DIR, sends requests and statements of known durations, and lets
# formats.py compare `svctop snapshot --output json LOG` with its own reading of the same log and
# with what was sent. Nothing is installed: a PART whose program is missing is named and left out.
# Parts: nginx apache haproxy lighttpd squid gunicorn uvicorn uwsgi postgres pgbouncer mariadb redis.
# VENV is a folder of a Python environment with gunicorn and uvicorn, PORT the first of 20 ports.
set -uo pipefail
[ $# -ge 2 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
svctop=$(realpath "$1") dir=$(mkdir -p "$2" && realpath "$2")
shift 2
parts=" ${*:-nginx apache haproxy lighttpd squid gunicorn uvicorn uwsgi postgres pgbouncer mariadb redis} "
export PYTHONDONTWRITEBYTECODE=1 PATH="${VENV:-$dir/venv}/bin:$PATH:/usr/sbin:/sbin"
port=${PORT:-18600}
back=$((port + 1)) failed=() skipped=() pids=()
user=(); [ "$(id -u)" != 0 ] || user=(setpriv --reuid=nobody --regid=nogroup --clear-groups)

stop_all() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
}
trap stop_all EXIT

# wanted PART COMMAND...: whether a part was asked for and its programs are there.
wanted() {
  local part=$1 name
  [[ "$parts" == *" $part "* ]] || return 1
  shift
  for name in "$@"; do
    command -v "$name" >/dev/null && continue
    echo "-- $part: $name is missing, left out"
    skipped+=("$part")
    return 1
  done
  rm -rf "${dir:?}/$part"
  mkdir -p "$dir/$part"
  [ "$(id -u)" != 0 ] || chown nobody:nogroup "$dir/$part"
}

# start LOG COMMAND...: in the background, to be ended with this script.
start() {
  local log=$1
  shift
  (cd / && exec "$@") >>"$log" 2>&1 </dev/null &
  pids+=($!)
}

# wait_for COMMAND...: until it succeeds, at most 15 s.
wait_for() {
  local tries=0
  until "$@" >/dev/null 2>&1; do
    [ $((tries += 1)) -le 75 ] || { echo "MISS $* did not succeed"; return 1; }
    sleep 0.2
  done
}

# listens PORT: without connecting, which the log of a proxy would show.
listens() { grep -qi ":$(printf %04x "$1") 00000000:0000 0A " /proc/net/tcp; }

# check NAME KIND LOG [OPTION...]: one comparison.
check() {
  local name=$1 kind=$2 log=$3
  shift 3
  echo "== $name"
  python3 "$here/formats.py" "$kind" "$svctop" "$log" "$@" || failed+=("$name")
}

# drive PART PORT [OPTION...]: sends the requests to what listens there.
drive() {
  local part=$1 at=$2
  shift 2
  wait_for listens "$at" && python3 "$here/formats.py" drive "http://127.0.0.1:$at" --sent "$dir/$part/sent.json" "$@"
}

chmod 755 "$dir"
python3 "$here/formats.py" serve "$back" >"$dir/backend.log" 2>&1 &
pids+=($!)
wait_for listens "$back" || exit 1
. "$here/formats-web.sh"
. "$here/formats-stores.sh"

echo
[ ${#skipped[@]} = 0 ] || echo "left out: ${skipped[*]}"
if [ ${#failed[@]} != 0 ]; then
  echo "missed: ${failed[*]}"
  exit 1
fi
echo "all hold"
