-- Tables and rows of the application in app.py, filled the same way every time.
-- Run once by stack.sh on an empty database `shop`; takes a few seconds.

CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, email text NOT NULL, bio text);
INSERT INTO users
SELECT n, 'user ' || n, 'user' || n || '@example.org', repeat('about user ' || n || '. ', 5)
FROM generate_series(1, 5000) AS n;

CREATE TABLE follows (
    follower_id int NOT NULL, followee_id int NOT NULL, PRIMARY KEY (follower_id, followee_id));
INSERT INTO follows
SELECT follower, 1 + (follower * 31 + k * 197) % 5000
FROM generate_series(1, 5000) AS follower, generate_series(1, 25) AS k
ON CONFLICT DO NOTHING;

CREATE TABLE posts (
    id int PRIMARY KEY, author_id int NOT NULL, body text NOT NULL, created timestamptz NOT NULL);
INSERT INTO posts
SELECT n, 1 + n % 5000, repeat(md5(n::text) || ' ', 6), '2026-01-01'::timestamptz + n * interval '1 min'
FROM generate_series(1, 60000) AS n;
CREATE INDEX posts_author ON posts (author_id, created);

-- No index serves a search in `description`: every search reads the whole table.
CREATE TABLE products (id int PRIMARY KEY, name text NOT NULL, description text NOT NULL, price int NOT NULL);
INSERT INTO products
SELECT n, 'product ' || n, md5(n::text) || ' ' || md5((n * 7)::text) || ' ' || md5((n * 13)::text), n * 7919 % 10000
FROM generate_series(1, 60000) AS n;

-- Few rows with wide columns, stored out of line.
CREATE TABLE souls (
    soul_id int PRIMARY KEY, name text NOT NULL, persona text NOT NULL,
    interaction_engine text NOT NULL, memories text NOT NULL);
INSERT INTO souls
SELECT n, 'soul ' || n,
       (SELECT string_agg(md5((n * k)::text), '') FROM generate_series(1, 400) AS k),
       (SELECT string_agg(md5((n * k + 1)::text), '') FROM generate_series(1, 600) AS k),
       (SELECT string_agg(md5((n * k + 2)::text), '') FROM generate_series(1, 900) AS k)
FROM generate_series(1, 17) AS n;

CREATE TABLE orders (
    id uuid PRIMARY KEY, user_id int NOT NULL, product_id int NOT NULL, amount int NOT NULL,
    note text, placed timestamptz NOT NULL DEFAULT now());
INSERT INTO orders (id, user_id, product_id, amount, note)
SELECT md5('order' || n)::uuid, 1 + n % 5000, 1 + n % 60000, 1 + n % 9, 'it''s order ' || n
FROM generate_series(1, 20000) AS n;

-- Every fifth report divides by zero.
CREATE TABLE reports (id int PRIMARY KEY, title text NOT NULL, total int NOT NULL, parts int NOT NULL);
INSERT INTO reports
SELECT n, 'report ' || n, n * 100, n % 5 FROM generate_series(1, 1000) AS n;

VACUUM ANALYZE;
