package io.portico.agents.tools;

import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All tools there are, with what each takes and gives. */
@ApplicationScoped
class Tools {
  private final JsonSchemaValidator validator = new DefaultJsonSchemaValidator();
  private final Map<String, Described> byName = new TreeMap<>();

  /**
   * A tool and its schemas.
   *
   * @param takes what its arguments must be (JSON Schema 2020-12)
   * @param gives what its result is
   */
  record Described(Tool<?, ?> tool, Map<String, Object> takes, Map<String, Object> gives) {}

  Tools(@All List<Tool<?, ?>> tools) {
    for (Tool<?, ?> tool : tools) {
      byName.put(
          tool.name(),
          new Described(tool, Schemas.of(tool.arguments()), Schemas.of(tool.result())));
    }
  }

  /** By name. */
  List<Described> all() {
    return List.copyOf(byName.values());
  }

  Optional<Described> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What is wrong with arguments; empty if nothing is. */
  Optional<String> mistake(Described tool, Map<String, Object> arguments) {
    JsonSchemaValidator.ValidationResponse checked = validator.validate(tool.takes(), arguments);
    return checked.valid() ? Optional.empty() : Optional.of(checked.errorMessage());
  }
}
