extension Screens {
  static let depth16 = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ^[36m╭─^[0m^[1;36m ¹ endpoints ^[0m^[36m─────────────^[0m^[2m 10 endpoints · by p95 · 21.3 req/s · 2 in flight ^[0m^[36m─╮^[0m
    ^[36m│^[0m^[2m       ROUTE                       RATE/s     P50   ^[0m^[1mP95 ▼^[0m^[2m  ERR % P95, 10 MIN  ^[0m^[36m│^[0m
    ^[36m│^[0m^[7m▶✖POST /api/posts/generate            0.8  4.02 s  9.46 s    0.0 ▂▂▃▃▃▄▄▅▆▆▆▆ ^[0m^[36m│^[0m
    ^[36m│^[0m ^[1;31m✖^[0m^[2mGET^[0m  /api/users/{id}/feed           4.2   43 ms  ^[1;31m1.18 s^[0m    2.1 ^[36m▃▄▆▆█▆▄▄▄▄▄▃^[0m ^[36m│^[0m
    ^[36m│^[0m ^[33m▲^[0m^[2mGET^[0m  /api/search                    2.9  128 ms  ^[33m703 ms^[0m    0.5 ^[36m▅▄▄▅▄▄▅▄▄▅▄▄^[0m ^[36m│^[0m
    ^[36m│^[0m ^[1;31m✖^[0m^[2mGET^[0m  /agents/{id}/mates             0.3  202 ms  214 ms   ^[1;31m50.0^[0m ^[36m▅▄▄▄▄▅▅▄▄▅▅▄^[0m ^[36m│^[0m
    ^[36m│^[0m  ^[2mPOST^[0m /api/orders                    1.1   62 ms  189 ms    0.0 ^[36m▅▄▄▅▄▄▅▄▄▅▅▄^[0m ^[36m│^[0m
    ^[36m│^[0m  ^[2mGET^[0m  /api/orders/{id}               6.8   22 ms   91 ms    0.0 ^[36m▅▄▄▅▄▄▅▄▄▅▄▄^[0m ^[36m│^[0m
    ^[36m│^[0m  ^[2mPUT^[0m  /api/carts/{id}/items          0.9   20 ms   81 ms    0.0 ^[36m▅▄▄▄▄▅▅▄▄▅▅▄^[0m ^[36m│^[0m
    ^[36m│^[0m  ^[2mGET^[0m  /api/products                  3.0   11 ms   67 ms    0.0 ^[36m▅▄▄▄▄▅▅▄▄▅▅▄^[0m ^[36m│^[0m
    ^[36m│^[0m^[2m       (other)                        0.2  9.3 ms   41 ms    0.0 ^[0m^[36m▅▄▄▄▄▅▅▄▄▅▅▄^[0m^[2m ^[0m^[36m│^[0m
    ^[36m│^[0m  ^[2mGET^[0m  /healthz                       1.0  1.1 ms  2.5 ms    0.0 ^[36m▅▄▄▄▄▅▅▄▄▅▅▄^[0m ^[36m│^[0m
    ^[36m╰──────────────────────────────────────────────────────────────────────────────╯^[0m
    ^[2m╭─^[0m ⁴ pools ^[2m──────────────╮╭─^[0m ⁵ caches ^[2m──────────────╮╭─^[0m ⁶ memory ^[2m─── last 10m ─╮^[0m
    ^[2m│^[0m^[1;31m✖^[0mloader ^[1;31m4 waiting^[0m  ^[1;31m13/10^[0m^[2m││^[0m^[33m▲^[0msearch   ^[33m███▎^[0m     ^[33m40.2 %^[0m^[2m││^[0m api    ^[36m▃▃▄▄▄▄▅▅▅▅^[0m 612 MB^[2m│^[0m
    ^[2m│^[0m^[1;31m✖^[0mposter ^[1;31m█████████^[0m  ^[1;31m 9/10^[0m^[2m││^[0m^[33m△^[0mproducts ^[33m██████▊^[0m  ^[33m84.0 %^[0m^[2m││^[0m worker ^[36m▄▄▄▄▄▄▄▄▄▄^[0m 188 MB^[2m│^[0m
    ^[2m│^[0m main   ^[36m████^[0m        4/10^[2m││^[0m sessions ^[36m███████▊^[0m 97.1 %^[2m││^[0m                         ^[2m│^[0m
    ^[2m│^[0m Σ sho… 4 waiting  26/30^[2m││^[0m                         ^[2m││^[0m                         ^[2m│^[0m
    ^[2m╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯^[0m
    ^[2m╭─^[0m ⁷ queries ^[2m────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮^[0m
    ^[2m│  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │^[0m
    ^[2m│^[0m ^[1;31m✖^[0m 80 %    244  703 ms  ^[1;31m1.30 s^[0m    17 select soul_id, name, interaction_engin… ^[2m│^[0m
    ^[2m│^[0m    7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  ^[2m│^[0m
    ^[2m╰──────────────────────────────────────────────────────────────────── +6 more ─╯^[0m
    """#
}
