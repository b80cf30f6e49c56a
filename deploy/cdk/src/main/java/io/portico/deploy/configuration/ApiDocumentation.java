package io.portico.deploy.configuration;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose documentation of which REST APIs.
 *
 * @param access by group and role: {@code *}, ids of APIs, {@code tag:key=value}
 * @param publicDocuments of which APIs anybody may read what is published
 */
public record ApiDocumentation(
    String region,
    Map<String, Map<DocumentationRole, List<String>>> access,
    List<String> publicDocuments) {

  /** All selectors of the roles from this one on. */
  public Set<String> selectors(DocumentationRole least) {
    Set<String> selectors = new HashSet<>();
    access
        .values()
        .forEach(
            roles ->
                roles.forEach(
                    (role, some) -> {
                      if (role.compareTo(least) >= 0) {
                        selectors.addAll(some);
                      }
                    }));
    return selectors;
  }

  static ApiDocumentation read(Section section, String otherwise) {
    Section access = section.section("access");
    ApiDocumentation documentation =
        new ApiDocumentation(
            section.text("region", Form.REGION).orElse(otherwise),
            access.each(Form.GROUP, group -> roles(access.section(group))),
            section.texts("public", Form.SELECTOR));
    if (documentation.access.isEmpty()) {
      section.mistake("access", "give at least one group a role");
    }
    return documentation;
  }

  private static Map<DocumentationRole, List<String>> roles(Section section) {
    Map<DocumentationRole, List<String>> roles = new EnumMap<>(DocumentationRole.class);
    for (DocumentationRole role : DocumentationRole.values()) {
      List<String> selectors = section.texts(role.label(), Form.SELECTOR);
      if (!selectors.isEmpty()) {
        roles.put(role, selectors);
      }
    }
    if (roles.isEmpty()) {
      section.mistake("", "say of which APIs the group is viewer, editor or publisher");
    }
    return roles;
  }
}
