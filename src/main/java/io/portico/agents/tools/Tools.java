package io.portico.agents.tools;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All tools there are, with what each takes and gives. */
@ApplicationScoped
class Tools {
  private static final int LONGEST_MISTAKE = 1_000;

  /** Ends at the first mistake: a message has room for hundreds of thousands. */
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          schemas ->
              schemas.schemaRegistryConfig(SchemaRegistryConfig.builder().failFast(true).build()));

  private final Map<String, Described> byName = new TreeMap<>();

  /**
   * A tool and its schemas.
   *
   * @param takes what its arguments must be (JSON Schema 2020-12)
   * @param gives what its result is
   */
  record Described(
      Tool<?, ?> tool, Map<String, Object> takes, Map<String, Object> gives, Schema arguments) {

    static Described of(Tool<?, ?> tool) {
      Map<String, Object> takes = Schemas.of(tool.card().arguments());
      return new Described(
          tool,
          takes,
          Schemas.of(tool.card().result()),
          SCHEMAS.getSchema(Schemas.JSON.valueToTree(takes)));
    }

    /** What is wrong with arguments; empty if nothing is. */
    Optional<String> mistake(Map<String, Object> given) {
      return arguments.validate(Schemas.JSON.valueToTree(given)).stream()
          .findFirst()
          .map(Described::told);
    }

    private static String told(Error error) {
      return Texts.cut(error.getInstanceLocation() + ": " + error.getMessage(), LONGEST_MISTAKE);
    }
  }

  Tools(@All List<Tool<?, ?>> tools) {
    tools.forEach(tool -> byName.put(tool.card().name(), Described.of(tool)));
  }

  /** By name. */
  List<Described> all() {
    return List.copyOf(byName.values());
  }

  Optional<Described> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
