/// Celery 5.7 with a Redis broker: a job that ends, one that fails, one that is tried twice.
let celeryLog = #"""
  [2026-11-21 05:35:07,106: INFO/MainProcess] Connected to redis://:**@127.0.0.1:6471/0
  [2026-11-21 05:35:07,108: INFO/MainProcess] mingle: searching for neighbors
  [2026-11-21 05:35:08,117: INFO/MainProcess] mingle: all alone
  [2026-11-21 05:35:08,127: INFO/MainProcess] celery@vm ready.
  [2026-11-21 05:35:11,892: INFO/MainProcess] Task tasks.add[c0da76b2-d827-4609-9214-85695dca64b6] received
  [2026-11-21 05:35:11,894: INFO/MainProcess] Task tasks.bad[1b45e937-6181-4076-ace7-056927e414b0] received
  [2026-11-21 05:35:11,897: INFO/MainProcess] Task tasks.again[d638e4cb-c65b-4414-8952-eca8d81241e9] received
  [2026-11-21 05:35:12,200: INFO/ForkPoolWorker-1] Task tasks.add[c0da76b2-d827-4609-9214-85695dca64b6] succeeded in 0.3050282129988773s: 3
  [2026-11-21 05:35:12,204: ERROR/ForkPoolWorker-1] Task tasks.bad[1b45e937-6181-4076-ace7-056927e414b0] raised unexpected: ValueError('it broke')
  Traceback (most recent call last):
    File "/srv/venv/lib/celery/app/trace.py", line 564, in trace_task
      R = retval = fun(*args, **kwargs)
                   ^^^^^^^^^^^^^^^^^^^^
    File "/srv/venv/lib/celery/app/trace.py", line 883, in __protected_call__
      return self.run(*args, **kwargs)
             ^^^^^^^^^^^^^^^^^^^^^^^^^
    File "/srv/app/tasks.py", line 8, in bad
      def bad(): raise ValueError("it broke")
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  ValueError: it broke
  [2026-11-21 05:35:12,213: INFO/MainProcess] Task tasks.again[d638e4cb-c65b-4414-8952-eca8d81241e9] received
  [2026-11-21 05:35:12,215: INFO/ForkPoolWorker-1] Task tasks.again[d638e4cb-c65b-4414-8952-eca8d81241e9] retry: Retry in 0.5s: RuntimeError('flaky')
  [2026-11-21 05:35:12,712: ERROR/ForkPoolWorker-1] Task tasks.again[d638e4cb-c65b-4414-8952-eca8d81241e9] raised unexpected: RuntimeError('flaky')
  Traceback (most recent call last):
    File "/srv/venv/lib/celery/app/trace.py", line 564, in trace_task
      R = retval = fun(*args, **kwargs)
                   ^^^^^^^^^^^^^^^^^^^^
    File "/srv/venv/lib/celery/app/trace.py", line 883, in __protected_call__
      return self.run(*args, **kwargs)
             ^^^^^^^^^^^^^^^^^^^^^^^^^
    File "/srv/app/tasks.py", line 11, in again
      try: raise RuntimeError("flaky")
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  RuntimeError: flaky

  """#
