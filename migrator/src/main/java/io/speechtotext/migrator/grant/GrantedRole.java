package io.speechtotext.migrator.grant;

import java.util.List;

/**
 * A service's role, and what it may use now.
 *
 * @param role its name
 * @param tables whose rows it may read and write, views among them; ordered
 * @param sequences that it may draw numbers from; ordered
 */
public record GrantedRole(String role, List<String> tables, List<String> sequences) {

  /** Copies the lists. */
  public GrantedRole {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }
}
