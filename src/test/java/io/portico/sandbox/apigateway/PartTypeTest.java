package io.portico.sandbox.apigateway;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartType;

class PartTypeTest {
  /** The SDK's list is generated from AWS's own description of the service. */
  @Test
  void typesAreThoseOfApiGateway() {
    assertEquals(
        DocumentationPartType.knownValues().stream().map(Enum::name).collect(toSet()),
        Stream.of(PartType.values()).map(Enum::name).collect(toSet()));
  }
}
