package io.speechtotext.prover;

import io.speechtotext.migrator.Script;
import io.speechtotext.prover.catalog.Catalog;
import io.speechtotext.prover.finding.Finding;
import io.speechtotext.prover.source.MigrationSet;
import io.speechtotext.prover.source.ProvableMigration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings about files that make up no migration, such as an undo of nothing. */
final class StrayFindings {

  private static final Catalog NOTHING = new Catalog(List.of(), List.of(), List.of());

  private StrayFindings() {}

  /** A proof of nothing for each version that only findings name, so that each is heard of. */
  static List<VersionProof> of(MigrationSet set) {
    Set<String> proven =
        set.migrations().stream().map(ProvableMigration::version).collect(Collectors.toSet());
    Map<String, List<Finding>> strays = new LinkedHashMap<>();
    for (Finding finding : set.findings()) {
      if (!proven.contains(finding.version())) {
        strays.computeIfAbsent(finding.version(), version -> new ArrayList<>()).add(finding);
      }
    }
    return strays.values().stream().map(StrayFindings::proof).toList();
  }

  private static VersionProof proof(List<Finding> findings) {
    Finding first = findings.get(0);
    ProvableMigration nothing =
        new ProvableMigration(
            first.version(), "", new Script(first.script(), "", null), null, null);
    return new VersionProof(
        nothing,
        Outcome.NOT_PROVEN,
        NOTHING,
        NOTHING,
        "",
        "",
        null,
        null,
        null,
        List.of(),
        findings);
  }
}
