package io.speechtotext.prover.oldcode;

import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.catalog.NamedType;
import java.util.List;

/** Types that code names, and that are gone by name; where columns had them, those tell it. */
final class TypeBreaks {

  private TypeBreaks() {}

  static List<CodeBreak> find(String version, Catalog before, Catalog after) {
    return before.types().stream()
        .filter(type -> after.types().stream().noneMatch(each -> isNamed(each, type.toString())))
        .filter(type -> !isInUse(before, type))
        .map(
            type ->
                new CodeBreak(
                    "",
                    type.toString(),
                    "The type %s is gone, and code may still name it.".formatted(type),
                    """
                    -- First a release whose code leaves out %1$s (jOOQ: <excludes>).
                    -- Then %2$s, with a reason in its .safety file (allow breaks-old-code on %1$s: …).
                    """
                        .formatted(type, version),
                    false))
        .toList();
  }

  private static boolean isNamed(NamedType type, String name) {
    return type.toString().equals(name);
  }

  private static boolean isInUse(Catalog catalog, NamedType type) {
    return catalog.tables().stream()
        .flatMap(table -> table.columns().stream())
        .anyMatch(column -> column.typeOid() == type.oid());
  }
}
