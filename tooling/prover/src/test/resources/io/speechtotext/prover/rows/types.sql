CREATE TYPE mood AS ENUM ('calm', 'tense', 'it''s "odd"');
CREATE DOMAIN percentage AS numeric(5, 2) CHECK (VALUE >= 0) CHECK (VALUE <= 100);
CREATE DOMAIN half AS percentage CHECK (VALUE <= 50);
CREATE DOMAIN postcode AS text NOT NULL CHECK (VALUE ~ '^[A-Z]{2}[0-9]{4,6}(-[a-z]+)?$');
CREATE TYPE address AS (street text, number integer, code postcode, tags text[]);
CREATE TYPE float_range AS RANGE (subtype = float8);

CREATE TABLE numbers (
    a smallint NOT NULL, b integer NOT NULL, c bigint NOT NULL, d numeric NOT NULL, e numeric(10, 4) NOT NULL,
    f numeric(3, 3) NOT NULL, g real NOT NULL, h double precision NOT NULL, i money NOT NULL, j oid NOT NULL,
    k numeric(1, 0) NOT NULL, l numeric(30, 10) NOT NULL
);
CREATE TABLE texts (
    a text NOT NULL, b varchar(3) NOT NULL, c char(5) NOT NULL, d "char" NOT NULL, e name NOT NULL, f varchar NOT NULL,
    g bytea NOT NULL, h varchar(1000) NOT NULL, i uuid NOT NULL, j boolean NOT NULL
);
CREATE TABLE times (
    a date NOT NULL, b time NOT NULL, c time(3) with time zone NOT NULL, d timestamp NOT NULL, e timestamptz(0) NOT NULL,
    f interval NOT NULL, g interval day to second NOT NULL, h interval year NOT NULL
);
CREATE TABLE documents (
    a json NOT NULL, b jsonb NOT NULL, c tsvector NOT NULL, d tsquery NOT NULL, e jsonpath NOT NULL, f xml
);
CREATE TABLE networks (
    a inet NOT NULL, b cidr NOT NULL, c macaddr NOT NULL, d macaddr8 NOT NULL, e bit(5) NOT NULL, f varbit NOT NULL,
    g bit NOT NULL, h varbit(3) NOT NULL, i pg_lsn NOT NULL, j txid_snapshot NOT NULL, k regclass NOT NULL, l tid NOT NULL
);
CREATE TABLE shapes (
    a point NOT NULL, b line NOT NULL, c lseg NOT NULL, d box NOT NULL, e path NOT NULL, f polygon NOT NULL, g circle NOT NULL
);
CREATE TABLE ranges (
    a int4range NOT NULL, b int8range NOT NULL, c numrange NOT NULL, d tsrange NOT NULL, e tstzrange NOT NULL,
    f daterange NOT NULL, g float_range NOT NULL, h float_range[] NOT NULL
);
CREATE TABLE lists (
    a integer[] NOT NULL, b text[] NOT NULL, c timestamptz[] NOT NULL, d jsonb[] NOT NULL, e box[] NOT NULL, f mood[] NOT NULL,
    g numeric(4, 1)[][] NOT NULL, h half[] NOT NULL, i address[] NOT NULL, j bytea[] NOT NULL, k bit(3)[] NOT NULL
);
CREATE TABLE made (
    a mood NOT NULL, b percentage NOT NULL, c half NOT NULL, d postcode, e address NOT NULL
);
