/// Django 5.2 under `runserver` with SQL at DEBUG and requests 2.34; traces shortened.
let djangoMixedLog = #"""
  Performing system checks...

  System check identified no issues (0 silenced).
  2026-11-21 05:54:40,789 DEBUG django.db.backends (0.000)\#u{20}
              SELECT name, type FROM sqlite_master
              WHERE type in ('table', 'view') AND NOT name='sqlite_sequence'
              ORDER BY name; args=None; alias=default
  2026-11-21 05:54:40,792 DEBUG django.db.backends (0.000) SELECT "django_migrations"."id", "django_migrations"."app", "django_migrations"."name", "django_migrations"."applied" FROM "django_migrations"; args=(); alias=default
  November 21, 2026 - 05:54:40
  Django version 5.2.19, using settings None
  Starting development server at http://127.0.0.1:8472/
  Quit the server with CONTROL-C.

  WARNING: This is a development server. Do not use it in a production setting. Use a production WSGI or ASGI server instead.
  For more information on production servers see: https://docs.djangoproject.com/en/5.2/howto/deployment/
  2026-11-21 05:54:43,476 DEBUG django.db.backends (0.000) SELECT "auth_user"."id", "auth_user"."password", "auth_user"."last_login", "auth_user"."is_superuser", "auth_user"."username", "auth_user"."first_name", "auth_user"."last_name", "auth_user"."email", "auth_user"."is_staff", "auth_user"."is_active", "auth_user"."date_joined" FROM "auth_user" WHERE "auth_user"."id" = 1; args=(1,); alias=default
  [21/Nov/2026 05:54:43] "GET /users/1?a=1 HTTP/1.1" 200 9
  2026-11-21 05:54:43,486 DEBUG django.db.backends (0.000) SELECT "auth_user"."id", "auth_user"."password", "auth_user"."last_login", "auth_user"."is_superuser", "auth_user"."username", "auth_user"."first_name", "auth_user"."last_name", "auth_user"."email", "auth_user"."is_staff", "auth_user"."is_active", "auth_user"."date_joined" FROM "auth_user" WHERE "auth_user"."id" = 2; args=(2,); alias=default
  [21/Nov/2026 05:54:43] "GET /users/2?a=1 HTTP/1.1" 200 9
  2026-11-21 05:54:43,498 WARNING django.request Not Found: /nope
  [21/Nov/2026 05:54:43] "GET /nope?a=1 HTTP/1.1" 404 2641
  2026-11-21 05:54:43,518 ERROR django.request Internal Server Error: /boom
  Traceback (most recent call last):
    File "/srv/venv/lib/django/core/handlers/exception.py", line 55, in inner
      response = get_response(request)
                 ^^^^^^^^^^^^^^^^^^^^^
    File "/srv/venv/lib/django/core/handlers/base.py", line 197, in _get_response
      response = wrapped_callback(request, *callback_args, **callback_kwargs)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    File "/srv/app/app.py", line 17, in boom
      raise ValueError("it broke")
  ValueError: it broke
  [21/Nov/2026 05:54:43] "GET /boom?a=1 HTTP/1.1" 500 56795
  2026-11-21 05:54:43,527 DEBUG django.db.backends (0.000) BEGIN; args=None; alias=default
  2026-11-21 05:54:43,527 DEBUG django.db.backends (0.000) SELECT id,
            username
  FROM auth_user
  WHERE id > 0
  ; args=[0]; alias=default
  2026-11-21 05:54:43,527 DEBUG django.db.backends (0.000) COMMIT; args=None; alias=default
  [21/Nov/2026 05:54:43] "GET /raw?a=1 HTTP/1.1" 200 2
  2026-11-21 05:54:43,537 DEBUG urllib3.connectionpool Starting new HTTP connection (1): 127.0.0.1:8472
  2026-11-21 05:54:43,539 DEBUG django.db.backends (0.000) SELECT "auth_user"."id", "auth_user"."password", "auth_user"."last_login", "auth_user"."is_superuser", "auth_user"."username", "auth_user"."first_name", "auth_user"."last_name", "auth_user"."email", "auth_user"."is_staff", "auth_user"."is_active", "auth_user"."date_joined" FROM "auth_user" WHERE "auth_user"."id" = 1; args=(1,); alias=default
  [21/Nov/2026 05:54:43] "GET /users/1 HTTP/1.1" 200 9
  2026-11-21 05:54:43,540 DEBUG urllib3.connectionpool http://127.0.0.1:8472 "GET /users/1 HTTP/1.1" 200 9
  [21/Nov/2026 05:54:43] "GET /out?a=1 HTTP/1.1" 200 2
  2026-11-21 05:54:43,550 DEBUG django.db.backends (0.000) SELECT "auth_user"."id", "auth_user"."password", "auth_user"."last_login", "auth_user"."is_superuser", "auth_user"."username", "auth_user"."first_name", "auth_user"."last_name", "auth_user"."email", "auth_user"."is_staff", "auth_user"."is_active", "auth_user"."date_joined" FROM "auth_user" WHERE "auth_user"."id" = 1; args=(1,); alias=default
  [21/Nov/2026 05:54:43] "GET /users/1?a=1 HTTP/1.1" 200 9

  """#
