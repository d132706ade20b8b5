# The web servers of formats.sh, which reads this file: each in front of the same backend.

if wanted nginx nginx; then
  cat >"$dir/nginx/nginx.conf" <<CONF
$([ "$(id -u)" != 0 ] || echo 'user nobody nogroup;')
daemon off;
pid $dir/nginx/pid;
error_log $dir/nginx/error.log;
events {}
http {
  log_format timed '\$remote_addr - \$remote_user [\$time_local] "\$request" \$status \$body_bytes_sent '
                   '"\$http_referer" "\$http_user_agent" \$request_time';
  log_format upstream '\$remote_addr - \$remote_user [\$time_local] "\$request" \$status \$body_bytes_sent '
                      '\$request_time \$upstream_response_time "\$http_referer" "\$http_user_agent"';
  log_format json escape=json '{"time":"\$time_iso8601","remote_addr":"\$remote_addr","request":"\$request",'
                  '"status":"\$status","request_time":"\$request_time","user_agent":"\$http_user_agent"}';
  access_log $dir/nginx/combined.log combined;
  access_log $dir/nginx/timed.log timed;
  access_log $dir/nginx/upstream.log upstream;
  access_log $dir/nginx/json.log json;
  client_body_temp_path $dir/nginx/body; proxy_temp_path $dir/nginx/proxy;
  fastcgi_temp_path $dir/nginx/fastcgi; uwsgi_temp_path $dir/nginx/uwsgi; scgi_temp_path $dir/nginx/scgi;
  server { listen 127.0.0.1:$((port + 2)); location / { proxy_pass http://127.0.0.1:$back; } }
}
CONF
  start "$dir/nginx/out" nginx -e "$dir/nginx/error.log" -c "$dir/nginx/nginx.conf"
  drive nginx $((port + 2))
  for log in combined timed upstream json; do
    check "nginx $log" requests "$dir/nginx/$log.log" --layout "nginx-$log" --sent "$dir/nginx/sent.json"
  done
fi

if wanted apache apache2; then
  modules=/usr/lib/apache2/modules
  cat >"$dir/apache/apache.conf" <<CONF
ServerName localhost
ServerRoot $dir/apache
PidFile $dir/apache/pid
ErrorLog $dir/apache/error.log
Listen 127.0.0.1:$((port + 3))
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule proxy_module $modules/mod_proxy.so
LoadModule proxy_http_module $modules/mod_proxy_http.so
$([ "$(id -u)" != 0 ] || printf 'User nobody\nGroup nogroup\n')
LogFormat "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\" %D" timed
CustomLog $dir/apache/access.log timed
ProxyPass / http://127.0.0.1:$back/
CONF
  start "$dir/apache/out" apache2 -f "$dir/apache/apache.conf" -D FOREGROUND
  drive apache $((port + 3))
  check "apache %D" requests "$dir/apache/access.log" --layout apache --sent "$dir/apache/sent.json"
fi

if wanted haproxy haproxy; then
  cat >"$dir/haproxy/haproxy.cfg" <<CONF
global
  log stdout format raw local0
defaults
  mode http
  log global
  option httplog
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend web
  bind 127.0.0.1:$((port + 4))
  default_backend shop
backend shop
  server one 127.0.0.1:$back
CONF
  start "$dir/haproxy/access.log" haproxy -db -f "$dir/haproxy/haproxy.cfg"
  drive haproxy $((port + 4))
  # The same lines as a collector of syslog, Docker and journald would keep them.
  python3 "$here/formats.py" wrap "$dir/haproxy/access.log"
  for log in access.log access.log.syslog access.log.docker access.log.journal; do
    check "haproxy $log" requests "$dir/haproxy/$log" --layout haproxy --sent "$dir/haproxy/sent.json"
  done
fi

if wanted lighttpd lighttpd; then
  cat >"$dir/lighttpd/lighttpd.conf" <<CONF
server.modules = ("mod_proxy", "mod_accesslog")
server.document-root = "$dir/lighttpd"
server.bind = "127.0.0.1"
server.port = $((port + 5))
accesslog.filename = "$dir/lighttpd/access.log"
accesslog.format = "%h %V %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D"
proxy.server = ("" => (("host" => "127.0.0.1", "port" => $back)))
CONF
  start "$dir/lighttpd/out" "${user[@]}" lighttpd -D -f "$dir/lighttpd/lighttpd.conf"
  drive lighttpd $((port + 5))
  # It writes its log when it is full or ends.
  kill "${pids[-1]}"
  wait "${pids[-1]}" 2>/dev/null
  check "lighttpd %D" requests "$dir/lighttpd/access.log" --layout lighttpd --sent "$dir/lighttpd/sent.json"
fi

if wanted squid squid; then
  cat >"$dir/squid/squid.conf" <<CONF
http_port 127.0.0.1:$((port + 6)) accel defaultsite=127.0.0.1
cache_peer 127.0.0.1 parent $back 0 no-query originserver no-digest
pid_filename $dir/squid/pid
access_log stdio:$dir/squid/access.log squid
cache_log $dir/squid/cache.log
cache_store_log none
coredump_dir $dir/squid
netdb_filename none
pinger_enable off
cache deny all
http_access allow all
shutdown_lifetime 0 seconds
CONF
  start "$dir/squid/out" "${user[@]}" squid -N -f "$dir/squid/squid.conf"
  drive squid $((port + 6))
  kill "${pids[-1]}"
  wait "${pids[-1]}" 2>/dev/null
  check squid requests "$dir/squid/access.log" --layout squid --sent "$dir/squid/sent.json"
fi

if wanted gunicorn gunicorn; then
  start "$dir/gunicorn/access.log" gunicorn --chdir "$here" --bind "127.0.0.1:$((port + 7))" --threads 8 \
    --access-logfile - --access-logformat '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(L)s' \
    formats:application
  drive gunicorn $((port + 7))
  check gunicorn requests "$dir/gunicorn/access.log" --layout gunicorn --sent "$dir/gunicorn/sent.json"
fi

if wanted uvicorn uvicorn; then
  start "$dir/uvicorn/access.log" uvicorn --app-dir "$here" --host 127.0.0.1 --port $((port + 8)) formats:asgi
  drive uvicorn $((port + 8))
  check uvicorn requests "$dir/uvicorn/access.log" --layout uvicorn --sent "$dir/uvicorn/sent.json"
fi

if wanted uwsgi uwsgi; then
  # Debian's uwsgi has Python in a plugin, the one of PyPI has it built in.
  plugin=(); [ ! -e /usr/lib/uwsgi/plugins/python3_plugin.so ] || plugin=(--plugin python3)
  [[ $(command -v uwsgi) == /usr/bin/* ]] || plugin=()
  start "$dir/uwsgi/access.log" "${user[@]}" uwsgi "${plugin[@]}" --http-socket "127.0.0.1:$((port + 9))" \
    --pythonpath "$here" --module formats --threads 8 --die-on-term
  drive uwsgi $((port + 9))
  check uwsgi requests "$dir/uwsgi/access.log" --layout uwsgi --sent "$dir/uwsgi/sent.json"
fi
