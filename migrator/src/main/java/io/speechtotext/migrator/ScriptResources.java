package io.speechtotext.migrator;

import io.speechtotext.migrator.script.TextResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands the scripts of checked migrations, and the configuration beside them, to Flyway. */
final class ScriptResources implements ResourceProvider {

  private final Map<String, LoadableResource> resources = new LinkedHashMap<>();

  ScriptResources(Migrations migrations) {
    for (Migration migration : migrations.list()) {
      Script script = migration.up();
      add(script.name(), script.sql());
      if (script.configuration() != null) {
        add(script.name() + ".conf", script.configuration());
      }
    }
  }

  private void add(String name, String text) {
    resources.put(name, new TextResource(name, text));
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return resources.get(name);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    List<LoadableResource> found = new ArrayList<>();
    resources.forEach(
        (name, resource) -> {
          if (name.startsWith(prefix) && List.of(suffixes).stream().anyMatch(name::endsWith)) {
            found.add(resource);
          }
        });
    return found;
  }
}
