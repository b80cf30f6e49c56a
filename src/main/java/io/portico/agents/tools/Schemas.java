package io.portico.agents.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.util.Map;
import java.util.Optional;

/** Records as JSON, and what JSON they are (JSON Schema 2020-12). */
final class Schemas {
  /** Names in snake case, what is empty left out. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // What is no number in JSON shall not become a text.
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final SchemaGenerator GENERATOR = generator();

  private Schemas() {}

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .without(Option.FLATTENED_OPTIONALS)
            .with(
                Option.INLINE_ALL_SCHEMAS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    builder
        .forFields()
        .withRequiredCheck(field -> !isOptional(field))
        // What is optional is left out, and never null.
        .withTargetTypeOverridesResolver(
            field ->
                isOptional(field) && !field.isFakeContainerItemScope()
                    ? field.getDeclaredType().getTypeParameters()
                    : null)
        .withPropertyNameOverrideResolver(
            field -> SnakeCaseStrategy.INSTANCE.translate(field.getDeclaredName()));
    // As the records have them.
    builder.forTypesInGeneral().withPropertySorter((one, other) -> 0);
    return new SchemaGenerator(builder.build());
  }

  private static boolean isOptional(FieldScope field) {
    return field.getDeclaredType() != null
        && field.getDeclaredType().getErasedType() == Optional.class;
  }

  static Map<String, Object> of(Class<? extends Record> type) {
    return map(GENERATOR.generateSchema(type));
  }

  static Map<String, Object> map(Object value) {
    return JSON.convertValue(value, MAP);
  }
}
