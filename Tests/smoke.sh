#!/usr/bin/env bash
# The release binary in a real terminal (tmux): the demo fills its panes, the keys answer, and the
# terminal comes back. Usage: smoke.sh PATH/TO/svctop
set -euo pipefail
binary=$(realpath "$1")
session="svctop-smoke-$$"
screen() { tmux -L "$session" capture-pane -p -t main; }
finish() { tmux -L "$session" kill-server 2>/dev/null || true; }
trap finish EXIT

# Waits until the screen shows a text, for at most so many seconds.
await() {
  local text=$1 seconds=${2:-15} waited=0
  until screen | grep -qF -- "$text"; do
    waited=$((waited + 1))
    if [ "$waited" -gt $((seconds * 10)) ]; then
      echo "smoke: the screen never showed: $text" >&2
      screen >&2
      exit 1
    fi
    sleep 0.1
  done
}

tmux -L "$session" -f /dev/null new-session -d -s main -x 120 -y 40 "LC_ALL=C.UTF-8 sh"
tmux -L "$session" send-keys -t main "stty -g > /tmp/$session.before; clear; LC_ALL=C.UTF-8 '$binary' demo" Enter
for text in "POST" "/api/" "latency" "errors/s" "pools" "caches" "memory" "queries" "log" "3 sources"; do
  await "$text" 20
done
screen
tmux -L "$session" send-keys -t main Enter
await "esc back"
screen
tmux -L "$session" send-keys -t main Escape
await "endpoints"
tmux -L "$session" send-keys -t main "?"
await "any key closes"
tmux -L "$session" send-keys -t main "x"
tmux -L "$session" send-keys -t main "q"
sleep 0.5
tmux -L "$session" send-keys -t main "clear; stty -g | cmp - /tmp/$session.before && echo TERMINAL-RESTORED" Enter
await "TERMINAL-RESTORED"
if ls -d "${TMPDIR:-/tmp}"/svctop-demo-* >/dev/null 2>&1; then
  echo "smoke: the demo left its folder behind" >&2
  exit 1
fi
rm -f "/tmp/$session.before"
echo "smoke: passed"
