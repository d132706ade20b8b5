#!/usr/bin/env python3
"""Small services with the instruments that Python services have, for metrics.sh.

    metrics_apps.py NAME PORT      instrumentator starlette flask django otel performance
    uvicorn metrics_apps:workers   two of these behind one port are the processes that take turns
    uvicorn metrics_apps:bare      the same without process_start_time_seconds

Each serves /NAME/users/{id} (0, 20 or 40 ms by id % 3), POST /NAME/orders (60 ms) and /NAME/fail
(503). The names of the routes differ by service: svctop joins what has one method and route.
"""
import datetime
import sys
import time

STEP = 0.02


def fastapi_app(name):
    import asyncio

    from fastapi import FastAPI, HTTPException

    app = FastAPI()

    @app.get(f"/{name}/users/{{uid}}")
    async def user(uid: int):
        await asyncio.sleep(STEP * (uid % 3))
        return {"uid": uid}

    @app.post(f"/{name}/orders")
    async def orders():
        await asyncio.sleep(3 * STEP)
        return {}

    @app.get(f"/{name}/fail")
    async def fail():
        raise HTTPException(503)

    return app


def instrumentator(name="instrumentator", registry=None):
    from prometheus_fastapi_instrumentator import Instrumentator

    app = fastapi_app(name)
    chosen = {} if registry is None else {"registry": registry}
    Instrumentator(**chosen).instrument(app, latency_lowr_buckets=(0.01, 0.03, 0.05, 0.1, 1)).expose(app)
    return app


def starlette():
    from starlette_exporter import PrometheusMiddleware, handle_metrics

    app = fastapi_app("starlette")
    app.add_middleware(PrometheusMiddleware, app_name="shop", group_paths=True)
    app.add_route("/metrics", handle_metrics)
    return app


def otel():
    from opentelemetry import metrics
    from opentelemetry.exporter.prometheus import PrometheusMetricReader
    from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
    from opentelemetry.sdk.metrics import MeterProvider
    from prometheus_client import make_asgi_app

    metrics.set_meter_provider(MeterProvider(metric_readers=[PrometheusMetricReader()]))
    app = fastapi_app("otel")
    app.mount("/metrics", make_asgi_app())
    FastAPIInstrumentor.instrument_app(app)
    return app


def performance():
    """In-house JSON: totals by endpoint, with the memory after each request."""
    import resource

    app = fastapi_app("performance")
    totals = {}

    @app.middleware("http")
    async def measure(request, call_next):
        started = time.perf_counter()
        response = await call_next(request)
        seconds = time.perf_counter() - started
        path = request.url.path
        if path.startswith("/performance/users/"):
            path = "/performance/users/{uid}"
        if path in ("/performance/endpoints", "/performance/memory"):
            return response
        entry = totals.setdefault(f"{request.method} {path}", {
            "total_requests": 0, "total_duration": 0.0, "avg_duration": 0.0, "min_duration": seconds,
            "max_duration": seconds, "error_count": 0, "memory_usage": [], "db_queries": [],
            "async_tasks": []})
        entry["total_requests"] += 1
        entry["total_duration"] += seconds
        entry["avg_duration"] = entry["total_duration"] / entry["total_requests"]
        entry["min_duration"] = min(entry["min_duration"], seconds)
        entry["max_duration"] = max(entry["max_duration"], seconds)
        entry["error_count"] += response.status_code >= 400
        entry["memory_usage"] = entry["memory_usage"][-99:] + [
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]
        return response

    def now():
        return datetime.datetime.now().isoformat()

    @app.get("/performance/endpoints")
    async def endpoints():
        return {"endpoints": totals, "total_endpoints": len(totals), "timestamp": now()}

    @app.get("/performance/memory")
    async def memory():
        with open("/proc/self/statm") as file:
            resident = int(file.read().split()[1]) * resource.getpagesize() / 1e6
        return {"current_memory_mb": resident, "avg_memory_mb": resident, "max_memory_mb": resident,
                "min_memory_mb": resident, "avg_memory_percent": 1.0, "memory_trend": "stable",
                "snapshots_count": 1, "timestamp": now()}

    return app


def flask():
    from flask import Flask, abort
    from prometheus_flask_exporter import PrometheusMetrics

    app = Flask("shop")
    PrometheusMetrics(app, group_by="url_rule")

    @app.get("/flask/users/<int:uid>")
    def user(uid):
        time.sleep(STEP * (uid % 3))
        return {}

    @app.post("/flask/orders")
    def orders():
        time.sleep(3 * STEP)
        return {}

    @app.get("/flask/fail")
    def fail():
        abort(503)

    return app


def django():
    from django.conf import settings

    prefix = "django_prometheus.middleware.Prometheus"
    settings.configure(
        SECRET_KEY="check", ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"],
        INSTALLED_APPS=["django_prometheus"],
        MIDDLEWARE=[prefix + "BeforeMiddleware", prefix + "AfterMiddleware"],
        CACHES={"default": {"BACKEND": "django_prometheus.cache.backends.locmem.LocMemCache"}})
    import django as framework

    framework.setup()
    from django.core.cache import cache
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpResponse
    from django.urls import include, path

    def user(request, uid):
        cache.set("known", 1)
        cache.get("known")
        cache.get(f"unknown {uid}")
        time.sleep(STEP * (uid % 3))
        return HttpResponse("x")

    def orders(request):
        time.sleep(3 * STEP)
        return HttpResponse("x")

    def fail(request):
        return HttpResponse("x", status=503)

    global urlpatterns
    urlpatterns = [
        path("django/users/<int:uid>", user), path("django/orders", orders),
        path("django/fail", fail), path("", include("django_prometheus.urls"))]
    return get_wsgi_application()


def workers():
    return instrumentator("workers")


def bare():
    from prometheus_client import CollectorRegistry

    return instrumentator("bare", CollectorRegistry())


def serve_wsgi(app, port):
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

    class Server(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    class Handler(WSGIRequestHandler):
        def log_message(self, *_):
            pass

    make_server("127.0.0.1", port, app, Server, Handler).serve_forever()


def main():
    name, port = sys.argv[1], int(sys.argv[2])
    app = globals()[name]()
    if name in ("flask", "django"):
        serve_wsgi(app, port)
    else:
        import uvicorn

        uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning")


if __name__ == "__main__":
    main()
