package io.speechtotext.app.cli;

import io.speechtotext.app.database.ReleasedSchema;
import io.speechtotext.migrator.Migrations;
import io.speechtotext.migrator.adopt.AdoptableVersions;
import io.speechtotext.migrator.snapshot.Snapshot;

/**
 * What a release brings: how to make its schema, what that is, and whose database it takes over.
 */
interface Release {

  /** The one that this command belongs to. */
  Release CURRENT =
      new Release() {
        @Override
        public Migrations migrations() {
          return ReleasedSchema.migrations();
        }

        @Override
        public Snapshot snapshot() {
          return ReleasedSchema.snapshot();
        }

        @Override
        public AdoptableVersions adoptable() {
          return ReleasedSchema.adoptable();
        }
      };

  /** The migrations, read anew at each call. */
  Migrations migrations();

  /** The schema that the typed classes were made from. */
  Snapshot snapshot();

  /** The versions at which the Python service's database can be taken over. */
  AdoptableVersions adoptable();
}
