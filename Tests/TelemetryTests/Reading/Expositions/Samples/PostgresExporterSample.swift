/// Two consecutive scrapes of a real target: postgres_exporter, trimmed to what matters.
enum PostgresExporterSample {
  static let first = #"""
    # TYPE go_goroutines gauge
    go_goroutines 12
    # TYPE go_threads gauge
    go_threads 6
    # TYPE pg_settings_max_connections gauge
    pg_settings_max_connections{server="127.0.0.1:9432"} 100
    # TYPE pg_stat_activity_count gauge
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="active"} 1
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="disabled"} 0
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="fastpath function call"} 0
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="idle"} 1
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="idle in transaction"} 0
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="idle in transaction (aborted)"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="active"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="disabled"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="fastpath function call"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="idle"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="idle in transaction"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="idle in transaction (aborted)"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="active"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="disabled"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="fastpath function call"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="idle"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="idle in transaction"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="idle in transaction (aborted)"} 0
    # TYPE pg_stat_database_blks_hit counter
    pg_stat_database_blks_hit{datid="0",datname="",server="127.0.0.1:9432"} 365
    pg_stat_database_blks_hit{datid="1",datname="template1",server="127.0.0.1:9432"} 83848
    pg_stat_database_blks_hit{datid="4",datname="template0",server="127.0.0.1:9432"} 0
    pg_stat_database_blks_hit{datid="5",datname="postgres",server="127.0.0.1:9432"} 3159
    # TYPE pg_stat_database_blks_read counter
    pg_stat_database_blks_read{datid="0",datname="",server="127.0.0.1:9432"} 69
    pg_stat_database_blks_read{datid="1",datname="template1",server="127.0.0.1:9432"} 1029
    pg_stat_database_blks_read{datid="4",datname="template0",server="127.0.0.1:9432"} 0
    pg_stat_database_blks_read{datid="5",datname="postgres",server="127.0.0.1:9432"} 67
    # TYPE pg_up gauge
    pg_up 1
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 1.1218944e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522965111e+09

    """#

  static let second = #"""
    # TYPE go_goroutines gauge
    go_goroutines 13
    # TYPE go_threads gauge
    go_threads 6
    # TYPE pg_settings_max_connections gauge
    pg_settings_max_connections{server="127.0.0.1:9432"} 100
    # TYPE pg_stat_activity_count gauge
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="active"} 1
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="disabled"} 0
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="fastpath function call"} 0
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="idle"} 1
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="idle in transaction"} 0
    pg_stat_activity_count{datname="postgres",server="127.0.0.1:9432",state="idle in transaction (aborted)"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="active"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="disabled"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="fastpath function call"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="idle"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="idle in transaction"} 0
    pg_stat_activity_count{datname="template0",server="127.0.0.1:9432",state="idle in transaction (aborted)"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="active"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="disabled"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="fastpath function call"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="idle"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="idle in transaction"} 0
    pg_stat_activity_count{datname="template1",server="127.0.0.1:9432",state="idle in transaction (aborted)"} 0
    # TYPE pg_stat_database_blks_hit counter
    pg_stat_database_blks_hit{datid="0",datname="",server="127.0.0.1:9432"} 403
    pg_stat_database_blks_hit{datid="1",datname="template1",server="127.0.0.1:9432"} 83848
    pg_stat_database_blks_hit{datid="4",datname="template0",server="127.0.0.1:9432"} 0
    pg_stat_database_blks_hit{datid="5",datname="postgres",server="127.0.0.1:9432"} 4262
    # TYPE pg_stat_database_blks_read counter
    pg_stat_database_blks_read{datid="0",datname="",server="127.0.0.1:9432"} 78
    pg_stat_database_blks_read{datid="1",datname="template1",server="127.0.0.1:9432"} 1029
    pg_stat_database_blks_read{datid="4",datname="template0",server="127.0.0.1:9432"} 0
    pg_stat_database_blks_read{datid="5",datname="postgres",server="127.0.0.1:9432"} 199
    # TYPE pg_up gauge
    pg_up 1
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 1.267712e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522965111e+09

    """#
}
