/// FastAPI 0.165, uvicorn 0.54, SQLAlchemy 2.1, httpx 0.28, asyncio in debug mode; traces shortened.
let fastAPIMixedLog = #"""
  INFO:     Started server process [8756]
  INFO:     Waiting for application startup.
  2026-11-21 05:53:37,471 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:37,471 INFO sqlalchemy.engine.Engine PRAGMA main.table_info("users")
  2026-11-21 05:53:37,471 INFO sqlalchemy.engine.Engine [raw sql] ()
  2026-11-21 05:53:37,471 INFO sqlalchemy.engine.Engine PRAGMA temp.table_info("users")
  2026-11-21 05:53:37,471 INFO sqlalchemy.engine.Engine [raw sql] ()
  2026-11-21 05:53:37,472 INFO sqlalchemy.engine.Engine\#u{20}
  CREATE TABLE users (
  \#tid INTEGER NOT NULL,\#u{20}
  \#tname VARCHAR(30) NOT NULL,\#u{20}
  \#tPRIMARY KEY (id)
  )


  2026-11-21 05:53:37,472 INFO sqlalchemy.engine.Engine [no key 0.00007s] ()
  2026-11-21 05:53:37,472 INFO sqlalchemy.engine.Engine COMMIT
  2026-11-21 05:53:37,473 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:37,475 INFO sqlalchemy.engine.Engine INSERT INTO users (id, name) VALUES (?, ?)
  2026-11-21 05:53:37,475 INFO sqlalchemy.engine.Engine [generated in 0.00013s] [(1, 'a'), (2, 'b')]
  2026-11-21 05:53:37,475 INFO sqlalchemy.engine.Engine COMMIT
  INFO:     Application startup complete.
  INFO:     Uvicorn running on http://127.0.0.1:8471 (Press CTRL+C to quit)
  2026-11-21 05:53:41,644 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:41,645 INFO sqlalchemy.engine.Engine SELECT users.id, users.name\#u{20}
  FROM users\#u{20}
  WHERE users.id = ? ORDER BY users.name
   LIMIT ? OFFSET ?
  2026-11-21 05:53:41,645 INFO sqlalchemy.engine.Engine [generated in 0.00015s] (1, 1, 0)
  2026-11-21 05:53:41,645 INFO sqlalchemy.engine.Engine ROLLBACK
  INFO:     127.0.0.1:58190 - "GET /users/1 HTTP/1.1" 200 OK
  2026-11-21 05:53:41,656 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:41,657 INFO sqlalchemy.engine.Engine SELECT users.id, users.name\#u{20}
  FROM users\#u{20}
  WHERE users.id = ? ORDER BY users.name
   LIMIT ? OFFSET ?
  2026-11-21 05:53:41,657 INFO sqlalchemy.engine.Engine [cached since 0.01204s ago] (2, 1, 0)
  2026-11-21 05:53:41,657 WARNING shop SLOW QUERY (0.7007s): SELECT users.id FROM users WHERE users.id = 2
  2026-11-21 05:53:41,657 INFO sqlalchemy.engine.Engine ROLLBACK
  INFO:     127.0.0.1:58198 - "GET /users/2 HTTP/1.1" 200 OK
  2026-11-21 05:53:41,670 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:41,670 INFO sqlalchemy.engine.Engine SELECT users.id, users.name\#u{20}
  FROM users\#u{20}
  WHERE users.id = ? ORDER BY users.name
   LIMIT ? OFFSET ?
  2026-11-21 05:53:41,670 INFO sqlalchemy.engine.Engine [cached since 0.02528s ago] (9, 1, 0)
  2026-11-21 05:53:41,670 INFO sqlalchemy.engine.Engine ROLLBACK
  INFO:     127.0.0.1:58200 - "GET /users/9 HTTP/1.1" 404 Not Found
  2026-11-21 05:53:41,680 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:41,680 INFO sqlalchemy.engine.Engine SELECT users.id, users.name\#u{20}
  FROM users\#u{20}
  WHERE users.id = ? ORDER BY users.name
   LIMIT ? OFFSET ?
  2026-11-21 05:53:41,680 INFO sqlalchemy.engine.Engine [cached since 0.03508s ago] (1, 1, 0)
  2026-11-21 05:53:41,680 INFO sqlalchemy.engine.Engine ROLLBACK
  INFO:     127.0.0.1:58206 - "GET /users/1 HTTP/1.1" 200 OK
  2026-11-21 05:53:41,690 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:41,690 INFO sqlalchemy.engine.Engine SELECT * FROM
    nothing
  WHERE x = 1
  2026-11-21 05:53:41,690 INFO sqlalchemy.engine.Engine [generated in 0.00010s] ()
  2026-11-21 05:53:41,690 INFO sqlalchemy.engine.Engine ROLLBACK
  INFO:     127.0.0.1:58222 - "GET /boom HTTP/1.1" 500 Internal Server Error
  ERROR:    Exception in ASGI application
  Traceback (most recent call last):
    File "/srv/venv/lib/sqlalchemy/engine/base.py", line 1977, in _exec_single_context
      self.dialect.do_execute(
    File "/srv/venv/lib/sqlalchemy/engine/default.py", line 1192, in do_execute
      cursor.execute(statement, parameters)
  sqlite3.OperationalError: near "nothing": syntax error

  The above exception was the direct cause of the following exception:

  Traceback (most recent call last):
    File "/srv/app/main.py", line 33, in boom
      s.execute(text("SELECT * FROM\n  nothing\nWHERE x = 1"))
    File "/srv/venv/lib/sqlalchemy/orm/session.py", line 2555, in execute
      return self._execute_internal(
             ^^^^^^^^^^^^^^^^^^^^^^^
    File "/srv/venv/lib/sqlalchemy/orm/session.py", line 2455, in _execute_internal
      self.dialect.do_execute(
    File "/srv/venv/lib/sqlalchemy/engine/default.py", line 1192, in do_execute
      cursor.execute(statement, parameters)
  sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) near "nothing": syntax error
  [SQL: SELECT * FROM
    nothing
  WHERE x = 1]
  (Background on this error at: https://sqlalche.me/e/21/e3q8)

  The above exception was the direct cause of the following exception:

  Traceback (most recent call last):
    File "/srv/venv/lib/uvicorn/protocols/http/h11_impl.py", line 411, in run_asgi
      result = await app(  # type: ignore[func-returns-value]
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    File "/srv/venv/lib/uvicorn/middleware/proxy_headers.py", line 63, in __call__
      return await self.app(scope, receive, send)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
             ^^^^^^^^^^^^^^^^^^^^^
    File "/srv/app/main.py", line 35, in boom
      raise ValueError("it broke") from e
  ValueError: it broke
  2026-11-21 05:53:41,754 INFO sqlalchemy.engine.Engine BEGIN (implicit)
  2026-11-21 05:53:41,755 INFO sqlalchemy.engine.Engine SELECT users.id, users.name\#u{20}
  FROM users\#u{20}
  WHERE users.id = ? ORDER BY users.name
   LIMIT ? OFFSET ?
  2026-11-21 05:53:41,755 INFO sqlalchemy.engine.Engine [cached since 0.1098s ago] (1, 1, 0)
  2026-11-21 05:53:41,755 INFO sqlalchemy.engine.Engine ROLLBACK
  INFO:     127.0.0.1:58244 - "GET /users/1 HTTP/1.1" 200 OK
  2026-11-21 05:53:41,756 INFO httpx HTTP Request: GET http://127.0.0.1:8471/users/1 "HTTP/1.1 200 OK"
  INFO:     127.0.0.1:58244 - "POST /nothing HTTP/1.1" 404 Not Found
  2026-11-21 05:53:41,757 INFO httpx HTTP Request: POST http://127.0.0.1:8471/nothing "HTTP/1.1 404 Not Found"
  INFO:     127.0.0.1:58228 - "GET /out HTTP/1.1" 200 OK
  2026-11-21 05:53:41,987 WARNING asyncio Executing <Handle sleep(0.21) created at /srv/app/main.py:45> took 0.210 seconds
  INFO:     127.0.0.1:58248 - "GET /block HTTP/1.1" 200 OK
  2026-11-21 05:53:42,199 WARNING asyncio Executing <Task finished name='Task-20' coro=<RequestResponseCycle.run_asgi() done, defined at /srv/venv/lib/uvicorn/protocols/http/h11_impl.py:409> result=None> took 0.212 seconds
  2026-11-21 05:53:42,213 INFO shop generate_image took 1.2s
  2026-11-21 05:53:42,213 INFO shop nightly-report completed in 340 ms
  2026-11-21 05:53:42,213 INFO shop Saved 17 souls
  INFO:     127.0.0.1:58252 - "GET /task HTTP/1.1" 200 OK
  INFO:     127.0.0.1:58268 - "POST /users/1 HTTP/1.1" 405 Method Not Allowed
  INFO:     Shutting down
  INFO:     Waiting for application shutdown.
  INFO:     Application shutdown complete.
  INFO:     Finished server process [8756]

  """#
