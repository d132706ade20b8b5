"""The service that the real checks watch: FastAPI, SQLAlchemy on PostgreSQL, a Redis cache.

Started by stack.sh as `uvicorn app:app`; its settings are environment variables:

    DATABASE_URL   SQLAlchemy URL (postgresql+psycopg2://... or postgresql+psycopg://...)
    REDIS_URL      redis://host:port/0
    SQLCOMMENTS    1 adds a sqlcommenter comment (route='...') to every statement; default off
    BUCKETS        `default` keeps the instrumentator's own 0.1, 0.5, 1; else twelve finer ones

Routes: fast ones, a search that reads a whole table, a feed with one statement per followed user,
a generation step that drags wide columns, a report that fails, a cached product.
"""
import json
import os
import random
import uuid
from contextlib import contextmanager
from urllib.parse import quote

import redis
from fastapi import Body, FastAPI, HTTPException, Request
from prometheus_client import REGISTRY, Counter
from prometheus_client.core import GaugeMetricFamily
from prometheus_fastapi_instrumentator import Instrumentator
from sqlalchemy import create_engine, event, text

FINE_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2.5, 5)

engine = create_engine(
    os.environ["DATABASE_URL"], pool_size=2, max_overflow=2, pool_timeout=10, pool_pre_ping=False)
cache = redis.Redis.from_url(os.environ["REDIS_URL"])
app = FastAPI(title="shop-api")

cache_hits = Counter("cache_hits", "Look-ups answered from the cache.", ["cache"])
cache_misses = Counter("cache_misses", "Look-ups that had to ask the database.", ["cache"])


class PoolGauges:
    """The gauges people write by hand for SQLAlchemy's QueuePool, its raw figures unchanged.

    `overflow` is negative until the pool has opened `pool_size` connections: so says QueuePool.
    """

    def collect(self):
        pool = engine.pool
        for name, value, what in (
            ("size", pool.size(), "Connections the pool keeps open."),
            ("checkedout", pool.checkedout(), "Connections in use."),
            ("overflow", pool.overflow(), "Connections beyond the pool's size."),
            ("checkedin", pool.checkedin(), "Connections waiting to be used."),
        ):
            yield GaugeMetricFamily(f"sqlalchemy_pool_{name}", what, value=value)


REGISTRY.register(PoolGauges())


@event.listens_for(engine, "before_cursor_execute", retval=True)
def add_comment(connection, cursor, statement, parameters, context, executemany):
    route = connection.get_execution_options().get("route")
    if not route or os.environ.get("SQLCOMMENTS") != "1":
        return statement, parameters
    tags = {"db_driver": engine.dialect.driver, "framework": "fastapi", "route": route}
    # A percent sign begins a parameter in both drivers, so those of the encoding are doubled.
    comment = ",".join(f"{key}='{quote(value, safe='')}'" for key, value in sorted(tags.items()))
    return f"{statement} /*{comment.replace('%', '%%')}*/", parameters


@contextmanager
def database(request: Request):
    """A connection in a transaction, for one request."""
    with engine.begin() as connection:
        route = request.scope["route"].path
        yield connection.execution_options(route=route)


@app.get("/health")
def health():
    return {"status": "ok"}


@app.get("/api/users/{user_id}")
def user(user_id: int, request: Request):
    with database(request) as db:
        row = db.execute(text("SELECT id, name, email, bio FROM users WHERE id = :id"), {"id": user_id}).first()
    if row is None:
        raise HTTPException(404, "no such user")
    return dict(row._mapping)


@app.get("/api/users/{user_id}/feed")
def feed(user_id: int, request: Request):
    posts = []
    with database(request) as db:
        followed = db.execute(
            text("SELECT followee_id FROM follows WHERE follower_id = :id LIMIT :limit"), {"id": user_id, "limit": 25})
        for (author,) in followed.all():
            found = db.execute(
                text("SELECT id, author_id, body FROM posts WHERE author_id = :author ORDER BY created DESC LIMIT 2"),
                {"author": author})
            posts.extend(dict(row._mapping) for row in found)
    return posts


@app.get("/api/search")
def search(q: str, request: Request):
    with database(request) as db:
        rows = db.execute(
            text("SELECT id, name, price FROM products WHERE description ILIKE :pattern ORDER BY price LIMIT 20"),
            {"pattern": f"%{q}%"})
        return [dict(row._mapping) for row in rows]


@app.post("/api/posts/generate")
def generate(request: Request, topic: str = Body(embed=True)):
    pause = random.uniform(0.3, 1.5)
    with database(request) as db:
        rows = db.execute(
            text("""SELECT soul_id, name, interaction_engine, persona, memories,
       pg_sleep(:pause / 17.0)
FROM souls
WHERE memories LIKE :pattern OR soul_id > 0
ORDER BY name"""), {"pause": pause, "pattern": f"%{topic}%"}).all()
    return {"topic": topic, "souls": len(rows), "characters": sum(len(row.memories) for row in rows)}


@app.get("/api/reports/{report_id}")
def report(report_id: int, request: Request):
    with database(request) as db:
        row = db.execute(
            text("SELECT title, total / parts AS share FROM reports WHERE id = :id"), {"id": report_id}).first()
    if row is None:
        raise HTTPException(404, "no such report")
    return dict(row._mapping)


@app.get("/api/products/{product_id}")
def product(product_id: int, request: Request):
    key = f"product:{product_id}"
    cached = cache.get(key)
    if cached is not None:
        cache_hits.labels("products").inc()
        return json.loads(cached)
    cache_misses.labels("products").inc()
    with database(request) as db:
        row = db.execute(text("SELECT id, name, price FROM products WHERE id = :id"), {"id": product_id}).first()
    if row is None:
        raise HTTPException(404, "no such product")
    answer = dict(row._mapping)
    cache.setex(key, 30, json.dumps(answer))
    return answer


@app.get("/api/orders/{order_id}")
def order(order_id: uuid.UUID, request: Request):
    with database(request) as db:
        row = db.execute(
            text("SELECT orders.id, orders.amount, users.name FROM orders JOIN users ON users.id = orders.user_id"
                 " WHERE orders.id = :id"), {"id": order_id}).first()
    if row is None:
        raise HTTPException(404, "no such order")
    return dict(row._mapping)


@app.post("/api/orders", status_code=201)
def place_order(request: Request, user_id: int = Body(), product_id: int = Body(), amount: int = Body()):
    order_id = uuid.uuid4()
    with database(request) as db:
        db.execute(
            text("INSERT INTO orders (id, user_id, product_id, amount, note) VALUES (:id, :user, :product, :amount, :note)"),
            {"id": order_id, "user": user_id, "product": product_id, "amount": amount, "note": "it's new"})
        db.execute(text("UPDATE products SET price = price + 1 WHERE id = :id"), {"id": product_id})
    return {"id": str(order_id)}


instrumentator = Instrumentator(should_instrument_requests_inprogress=True, inprogress_labels=True)
if os.environ.get("BUCKETS") == "default":
    instrumentator.instrument(app)
else:
    instrumentator.instrument(app, latency_lowr_buckets=FINE_BUCKETS)
instrumentator.expose(app)
