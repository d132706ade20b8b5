extension Screens {
  static let snapshotMarkdownQuery = #"""
    # svctop 0.1.0: shop-api, statement 9cf2111b7e46d360

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    ## Statement

    ```
    select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?
    ```

    | Calls | Share | In all | p50 | p95 | p99 | Max | Rows per call |
    |--:|--:|--:|--:|--:|--:|--:|--:|
    | 244 | 80 % | 198 s | 703 ms | 1.30 s | 1.30 s | 1.31 s | 17 |

    ## Callers

    | Called by | Calls | Known |
    |---|--:|---|
    | `POST /api/posts/generate` | 244 | by id |

    ## Slowest

    ```
    1.31 s  2026-01-01T13:54:01.500Z  postgres:88020  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?
    1.31 s  2026-01-01T13:53:56.500Z  postgres:88016  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?
    1.31 s  2026-01-01T13:53:51.500Z  postgres:88012  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?
    1.31 s  2026-01-01T13:53:46.500Z  postgres:88008  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?
    1.31 s  2026-01-01T13:53:36.500Z  postgres:88000  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?
    ```

    ## Sources

    | Source | Location | Read as | State | Lines or samples | Not understood |
    |---|---|---|---|--:|--:|
    | shop-api | `http://127.0.0.1:8000/metrics` | fastapi | ok, read 0 s ago | 25,920 | 0 |
    | nginx | `/var/log/nginx/access.log` | nginx-timed | ok, read 0 s ago | 15,192 | 0 |
    | postgres | `/var/log/postgresql/postgresql-16-main.log` | postgresql | ok, read 0 s ago | 27,084 | 0 |
    """#
}
