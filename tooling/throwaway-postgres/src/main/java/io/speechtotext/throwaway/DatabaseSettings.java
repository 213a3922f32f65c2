package io.speechtotext.throwaway;

/**
 * What {@code ALTER DATABASE … SET} and {@code ALTER ROLE … IN DATABASE … SET} gave a database.
 * {@code CREATE DATABASE … TEMPLATE} leaves it out.
 */
final class DatabaseSettings {

  // FROM CURRENT spares quoting, which is not the same for lists and for single values. What may
  // not be set within a session, such as libraries to load at its begin, stays behind.
  private static final String COPY =
      """
      DO $do$
      DECLARE
          setting record;
      BEGIN
          FOR setting IN
              SELECT pg_catalog.split_part(each, '=', 1) AS name,
                     pg_catalog.substr(each, pg_catalog.strpos(each, '=') + 1) AS value,
                     r.rolname AS role
              FROM pg_catalog.pg_db_role_setting AS s
              JOIN pg_catalog.pg_database AS d ON d.oid = s.setdatabase
              LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.setrole
              CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS each
              WHERE d.datname = '%1$s'
          LOOP
              BEGIN
                  PERFORM pg_catalog.set_config(setting.name, setting.value, true);
                  IF setting.role IS NULL THEN
                      EXECUTE pg_catalog.format('ALTER DATABASE %%I SET %%I FROM CURRENT', '%2$s', setting.name);
                  ELSE
                      EXECUTE pg_catalog.format('ALTER ROLE %%I IN DATABASE %%I SET %%I FROM CURRENT', setting.role, '%2$s', setting.name);
                  END IF;
              EXCEPTION WHEN OTHERS THEN
                  NULL;
              END;
          END LOOP;
      END
      $do$""";

  private DatabaseSettings() {}

  /** The statement that gives them to another database; both names need no quotes. */
  static String copy(String from, String to) {
    return COPY.formatted(from, to);
  }
}
