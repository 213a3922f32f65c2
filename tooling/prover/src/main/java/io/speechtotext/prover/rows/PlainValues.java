package io.speechtotext.prover.rows;

import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Types of the server itself whose values need no more than a line each. */
final class PlainValues {

  private static final Map<String, Values> BY_TYPE =
      Map.ofEntries(
          Map.entry("bool", (random, n) -> random.nextInt(3) == 0 ? "false" : "true"),
          Map.entry("uuid", (random, n) -> uuid(random)),
          Map.entry("bytea", (random, n) -> "\\x" + TextValues.hex(random, 2 * random.nextInt(33))),
          Map.entry("json", (random, n) -> json(random)),
          Map.entry("jsonb", (random, n) -> json(random)),
          Map.entry("jsonpath", (random, n) -> "$." + Words.plain(random)),
          Map.entry("xml", (random, n) -> "<note>" + Words.any(random) + "</note>"),
          Map.entry("inet", (random, n) -> inet(random)),
          Map.entry(
              "cidr",
              (random, n) -> "10.%s.%s.0/24".formatted(random.nextInt(256), random.nextInt(256))),
          Map.entry("macaddr", (random, n) -> TextValues.hex(random, 12)),
          Map.entry("macaddr8", (random, n) -> TextValues.hex(random, 16)),
          Map.entry("point", (random, n) -> point(random)),
          Map.entry("lseg", (random, n) -> "[" + point(random) + "," + point(random) + "]"),
          Map.entry("box", (random, n) -> point(random) + "," + point(random)),
          Map.entry("path", (random, n) -> "[" + point(random) + "," + point(random) + "]"),
          Map.entry("polygon", (random, n) -> "((0,0)," + point(random) + ",(0,1))"),
          Map.entry("circle", (random, n) -> "<" + point(random) + "," + random.nextInt(100) + ">"),
          Map.entry("line", (random, n) -> "{1,%s,%s}".formatted(random.nextInt(9), n)),
          Map.entry(
              "tsvector", (random, n) -> Words.plain(random) + ":1 " + Words.plain(random) + ":2"),
          Map.entry("tsquery", (random, n) -> Words.plain(random) + " & " + Words.plain(random)),
          Map.entry("char", (random, n) -> String.valueOf((char) ('a' + random.nextInt(26)))),
          Map.entry("name", (random, n) -> Words.any(random) + "_" + n),
          Map.entry("oid", (random, n) -> Long.toString(16384 + n)),
          Map.entry("xid", (random, n) -> Long.toString(3 + n)),
          Map.entry("xid8", (random, n) -> Long.toString(3 + n)),
          Map.entry("cid", (random, n) -> Integer.toString(random.nextInt(9))),
          Map.entry("tid", (random, n) -> "(%s,1)".formatted(n % 1_000_000)),
          Map.entry("pg_lsn", (random, n) -> "0/" + Long.toHexString(n)),
          Map.entry("pg_snapshot", (random, n) -> "%s:%s:".formatted(3 + n, 3 + n)),
          Map.entry("txid_snapshot", (random, n) -> "%s:%s:".formatted(3 + n, 3 + n)),
          Map.entry("int2vector", (random, n) -> "1 " + random.nextInt(9)),
          Map.entry("oidvector", (random, n) -> "1 " + random.nextInt(9)),
          Map.entry("regclass", (random, n) -> "pg_catalog.pg_class"),
          Map.entry("regtype", (random, n) -> "integer"),
          Map.entry("regproc", (random, n) -> "pg_catalog.now"),
          Map.entry("regprocedure", (random, n) -> "pg_catalog.now()"),
          Map.entry("regnamespace", (random, n) -> "pg_catalog"),
          Map.entry("regconfig", (random, n) -> "pg_catalog.simple"));

  private PlainValues() {}

  /** Whether there are values for a type of that name. */
  static boolean knows(String type) {
    return BY_TYPE.containsKey(type);
  }

  /** The values of such a type; those that can be told apart mostly are. */
  static Values of(String type) {
    Values values = BY_TYPE.get(type);
    if (values == null) {
      throw new IllegalArgumentException("there are no plain values of type " + type);
    }
    return values;
  }

  private static String uuid(Random random) {
    long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant2 = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(version4, variant2).toString();
  }

  private static String json(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> "{}";
      case 1 -> "[\"%s\", \"%s\"]".formatted(Words.any(random), Words.plain(random));
      default ->
          "{\"source\": \"%s\", \"count\": %s, \"tags\": [\"%s\"], \"checked\": %s}"
              .formatted(
                  Words.plain(random),
                  random.nextInt(100),
                  Words.any(random),
                  random.nextBoolean());
    };
  }

  private static String inet(Random random) {
    return random.nextInt(4) == 0
        ? "2001:db8::%x".formatted(random.nextInt(0x10000))
        : "192.0.%s.%s".formatted(random.nextInt(256), random.nextInt(256));
  }

  private static String point(Random random) {
    return "(%s.5,%s)".formatted(random.nextInt(180), random.nextInt(90));
  }
}
