/// RQ 2.12: a job that ends and one that fails.
let rqLog = #"""
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: started with PID 27638, version 2.12.0
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: subscribing to channel rq:pubsub:df29aead6acf43b8a054d6703dfb437b
  05:35:12 *** Listening on default...
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: cleaning registries for queue: default
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: default: tasks.rqjob(1) (66c54d78-73f0-40e7-947d-cd8d309df6b9)
  05:35:12 Successfully completed tasks.rqjob(1) job in 0:00:00.242199s on worker df29aead6acf43b8a054d6703dfb437b
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: default: Job OK (66c54d78-73f0-40e7-947d-cd8d309df6b9)
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: job 66c54d78-73f0-40e7-947d-cd8d309df6b9 result is kept for 500 seconds
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: default: tasks.rqjob(3) (26c10af6-ddf7-4a92-9d74-abfee59f5a42)
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: job 26c10af6-ddf7-4a92-9d74-abfee59f5a42: exception raised while executing (tasks.rqjob)
  Traceback (most recent call last):
    File "/srv/venv/lib/rq/worker/base.py", line 1552, in perform_job
      return_value = job.perform()
                     ^^^^^^^^^^^^^
    File "/srv/venv/lib/rq/job.py", line 1368, in perform
      self._result = self._execute()
                     ^^^^^^^^^^^^^^^
    File "/srv/venv/lib/rq/job.py", line 1428, in _execute
      result = self.func(*self.args, **self.kwargs)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    File "/srv/app/tasks.py", line 15, in rqjob
      if n==3: raise ValueError("rq broke")
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  ValueError: rq broke

  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: done, quitting
  05:35:12 Worker df29aead6acf43b8a054d6703dfb437b: unsubscribing from channel rq:pubsub:df29aead6acf43b8a054d6703dfb437b

  """#
