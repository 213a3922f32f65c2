package io.speechtotext.codegen;

import org.jooq.meta.Database;

/** Settings that name objects of the database, which jOOQ warns of when none was found. */
final class UsedSettings {

  private UsedSettings() {}

  /** For a run that looks for none: what was found in the run before is still there. */
  static void markAll(Database database) {
    database.getUnusedForcedTypes().forEach(database::markUsed);
    database.getUnusedEmbeddables().forEach(database::markUsed);
    database.getUnusedComments().forEach(database::markUsed);
    database.getUnusedSyntheticColumns().forEach(database::markUsed);
    database.getUnusedSyntheticReadonlyColumns().forEach(database::markUsed);
    database.getUnusedSyntheticReadonlyRowids().forEach(database::markUsed);
    database.getUnusedSyntheticIdentities().forEach(database::markUsed);
    database.getUnusedSyntheticPrimaryKeys().forEach(database::markUsed);
    database.getUnusedSyntheticUniqueKeys().forEach(database::markUsed);
    database.getUnusedSyntheticForeignKeys().forEach(database::markUsed);
    database.getUnusedSyntheticViews().forEach(database::markUsed);
  }
}
