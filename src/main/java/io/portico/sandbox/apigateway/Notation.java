package io.portico.sandbox.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The two ways to write an OpenAPI definition down. */
enum Notation {
  JSON("application/json", JsonMapper.builder().build()),
  YAML(
      "application/yaml",
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build());

  private final String mediaType;
  private final ObjectMapper mapper;

  Notation(String mediaType, ObjectMapper mapper) {
    this.mediaType = mediaType;
    this.mapper = mapper;
  }

  String mediaType() {
    return mediaType;
  }

  ObjectMapper mapper() {
    return mapper;
  }

  /** The definition as text, indented. */
  String write(ObjectNode definition) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(definition);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree cannot be written", e);
    }
  }

  /**
   * Reads an OpenAPI file of either notation; JSON is YAML.
   *
   * @throws GatewayException when it is neither, or no object
   */
  static ObjectNode read(String file) {
    try {
      JsonNode tree = (file.stripLeading().startsWith("{") ? JSON : YAML).mapper.readTree(file);
      if (tree instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      // Told below, as any other file that is no definition.
    }
    throw GatewayException.badRequest("Unable to build importer with provided input.");
  }
}
