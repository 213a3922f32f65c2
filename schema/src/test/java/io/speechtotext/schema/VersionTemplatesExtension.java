package io.speechtotext.schema;

import io.speechtotext.throwaway.ThrowawayPostgres;
import io.speechtotext.throwaway.junit.ThrowawayPostgresExtension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives tests the {@link VersionTemplates} that the whole run shares. */
final class VersionTemplatesExtension extends TypeBasedParameterResolver<VersionTemplates> {

  private static final Namespace NAMESPACE = Namespace.create(VersionTemplatesExtension.class);

  @Override
  public VersionTemplates resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ThrowawayPostgres server = ThrowawayPostgresExtension.server(context);
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            VersionTemplates.class, key -> new VersionTemplates(server), VersionTemplates.class);
  }
}
