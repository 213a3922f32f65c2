package io.speechtotext.codegen;

/** A schema that looks different to whoever asks in another place, or in another manner. */
final class HostileMigration {

  // Names for Turkish to spoil, letters that not every encoding has, and values that a server
  // prints by its own settings.
  static final String SQL =
      """
      CREATE TYPE priority AS ENUM ('idle', 'IMMINENT');
      CREATE TABLE transcription_items (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_transcription_items PRIMARY KEY,
        is_initial boolean NOT NULL DEFAULT true,
        "priority" priority,
        widths int[],
        titles varchar(20)[],
        minutes interval DEFAULT '90 minutes',
        bits bit(3),
        likelihood double precision,
        price numeric(8, 2),
        small smallint,
        key uuid,
        binary_audio bytea DEFAULT '\\xff',
        items jsonb,
        day date,
        time_of_day time,
        valid_from timestamptz NOT NULL DEFAULT '2026-03-01 12:00+00',
        CONSTRAINT ck_transcription_items_valid_from CHECK (valid_from > '2020-01-01 00:00+00')
      );
      CREATE INDEX ix_transcription_items_is_initial ON transcription_items (is_initial);
      COMMENT ON TABLE transcription_items IS 'Işık, ağaç – 語 €';
      """;

  private HostileMigration() {}
}
