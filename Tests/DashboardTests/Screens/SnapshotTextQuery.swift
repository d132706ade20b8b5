extension Screens {
  static let snapshotTextQuery = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
     queries › query 9cf2111b7e46d360                                                          esc back
    ╭─ statement ───────────────────────────────────────────────────────────────── ✖ 9cf2111b7e46d360 ─╮
    │ select soul_id, name, interaction_engine, persona                                                │
    │ from souls                                                                                       │
    │ where owner_id = ?                                                                               │
    │   and mood = ?                                                                                   │
    │ order by created_at desc                                                                         │
    │ limit ?                                                                                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ calls ──────────────────────────── 244 in 5m ─╮╭─ durations ──────────────────────────── calls ─╮
    │ share of time      80 %                        ││ 0.3-1 s ┤████████████████████████████████  195 │
    │ time in all       198 s                        ││   1-3 s ┤████████                           49 │
    │ rate             0.8 /s                        ││                                                │
    │ p50              703 ms                        ││                                                │
    │ p90              1.30 s                        ││                                                │
    │ p95              1.30 s ✖                      ││                                                │
    │ p99              1.30 s                        ││                                                │
    │ max              1.31 s                        ││                                                │
    │ rows per call        17                        ││                                                │
    │ read/returned         -                        ││                                                │
    │ last seen      14:05:31                        ││                                                │
    ╰────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯
    ╭─ called by ──────────────────────────────────────────────────────────────────────────────────────╮
    │▶244 calls 100 % 1.0 per request POST /api/posts/generate                                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ slowest calls so far ───────────────────────────────────────────────────────── literals hidden ─╮
    │   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, per… │
    │   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, per… │
    │   1.31 s  13:53:51  postgresql-16-main.log:88012  select soul_id, name, interaction_engine, per… │
    │   1.31 s  13:53:46  postgresql-16-main.log:88008  select soul_id, name, interaction_engine, per… │
    │   1.31 s  13:53:36  postgresql-16-main.log:88000  select soul_id, name, interaction_engine, per… │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    """#
}
