CREATE TABLE "order" (id int);
CREATE TABLE "2fa" (id int);
CREATE TABLE "userSettings" (id int, "isActive" boolean NOT NULL);
CREATE TABLE feedback (id int);
CREATE TABLE jobs (id int);
CREATE TABLE api_keys (id int);
CREATE TABLE "we*/ird" (id int);
CREATE TABLE columns (
  "class" int,
  "default" int,
  "order" int,
  "record" int,
  "2nd" int,
  "with space" int,
  "camelCase" int,
  "we*/ird" int,
  "größe" int,
  hash_code int,
  notify int,
  wait int,
  io int,
  java int,
  org int
);
CREATE TABLE instants (at timestamptz NOT NULL, until timestamptz);
