#!/bin/bash
# Both real checks from nothing to verdict; exit status 0 when both hold.
#
#   check.sh SVCTOP DIR [SECONDS]      e.g. check.sh .build/release/svctop /tmp/realcheck 180
#
# Starts the stack below DIR, puts a load on it for SECONDS (180), and
#   two  lets svctop watch /metrics for SECONDS - 40 beside the Prometheus server,
#   one  shows svctop /metrics, the nginx log and the PostgreSQL log when the load is over,
# compares both with compare.py, and stops the stack again. DIR keeps one.json, two.json,
# exact.json, one.txt (the screen) and the logs. The settings of stack.sh apply.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
svctop=$1 dir=$2 seconds=${3:-180}
window=$((seconds - 40))
[ "$window" -ge 20 ] || { echo "SECONDS must be 60 or more" >&2; exit 2; }
export PYTHONDONTWRITEBYTECODE=1

rm -f "$dir/access.log" "$dir/postgresql.log"
"$here/stack.sh" start "$dir"
trap '"$here/stack.sh" stop "$dir"' EXIT
. "$dir/urls"

python3 "$here/load.py" "$dir" --seconds "$seconds" >"$dir/load.txt" &
load=$!
sleep 20   # the rate must be steady before anyone measures it
"$svctop" snapshot "$METRICS_URL" --interval "${window}s" --output json >"$dir/two.json"
sleep 3    # Prometheus scrapes every two seconds
failed=0
echo "== two: svctop and Prometheus over the same ${window} s"
python3 "$here/compare.py" "$dir/two.json" --prometheus "$PROMETHEUS_URL" || failed=1

wait "$load"
sleep 1
python3 "$here/exact.py" "$dir/access.log" >"$dir/exact.json"
sources=("$METRICS_URL" "$dir/access.log" "$dir/postgresql.log")
"$svctop" snapshot "${sources[@]}" --interval 2s --output json >"$dir/one.json"
"$svctop" snapshot "${sources[@]}" --interval 2s --width 120 --height 40 >"$dir/one.txt"
echo "== one: svctop and an exact sort of the access log"
python3 "$here/compare.py" "$dir/one.json" --exact "$dir/exact.json" --sql 'from souls' || failed=1
exit $failed
