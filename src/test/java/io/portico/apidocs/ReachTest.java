package io.portico.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** As API Gateway's developer guide tells what an export makes of which key. */
class ReachTest {
  @ParameterizedTest
  @CsvSource({
    "API,             info.title,       DEFINITION",
    "API,             info.contact.url, DEFINITION",
    "API,             info.version,     EXTENSION",
    "API,             x-team,           DEFINITION",
    "API,             description,      EXTENSION",
    "API,             tags,             EXTENSION",
    "RESOURCE,        description,      EXTENSION",
    "RESOURCE,        x-team,           DEFINITION",
    "METHOD,          summary,          DEFINITION",
    "METHOD,          description,      DEFINITION",
    "METHOD,          tags,             DEFINITION",
    "METHOD,          x-team.lead,      DEFINITION",
    "METHOD,          deprecated,       EXTENSION",
    "METHOD,          Summary,          EXTENSION",
    "PATH_PARAMETER,  description,      DEFINITION",
    "QUERY_PARAMETER, description,      DEFINITION",
    "QUERY_PARAMETER, example,          EXTENSION",
    "REQUEST_HEADER,  description,      DEFINITION",
    "REQUEST_HEADER,  x-team,           UNSETTLED",
    "REQUEST_BODY,    description,      OPENAPI_3",
    "REQUEST_BODY,    summary,          EXTENSION",
    "RESPONSE,        description,      DEFINITION",
    "RESPONSE_HEADER, description,      DEFINITION",
    "RESPONSE_BODY,   description,      UNSETTLED",
    "AUTHORIZER,      description,      UNSETTLED",
    "MODEL,           title,            DEFINITION",
    "MODEL,           description,      DEFINITION",
    "MODEL,           type,             EXTENSION",
  })
  void aKeyTravelsAsFarAsItsTypeAllows(LocationType type, String key, Reach reach) {
    assertEquals(reach, Reach.of(type, KeyPath.of(key)));
  }

  @ParameterizedTest
  @EnumSource(LocationType.class)
  void everyTypeHasAFormWhoseFieldsDiffer(LocationType type) {
    List<KeyPath> paths = Field.of(type).stream().map(Field::path).toList();
    assertFalse(paths.isEmpty());
    assertEquals(paths.size(), new HashSet<>(paths).size());
    assertEquals(paths.size(), Field.of(type).stream().map(Field::label).distinct().count());
  }

  @ParameterizedTest
  @EnumSource(
      value = LocationType.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RESOURCE", "AUTHORIZER", "RESPONSE_BODY"})
  void whatAFormAsksForReachesADefinition(LocationType type) {
    for (Field field : Field.of(type)) {
      Reach reach = Reach.of(type, field.path());
      assertTrue(reach == Reach.DEFINITION || reach == Reach.OPENAPI_3, field.toString());
    }
  }

  @Test
  void theFieldsOfAnApiAreThoseOfItsInfo() {
    assertEquals(
        List.of(
            "info.title",
            "info.description",
            "info.termsOfService",
            "info.contact.name",
            "info.contact.url",
            "info.contact.email",
            "info.license.name",
            "info.license.url"),
        Field.of(LocationType.API).stream().map(field -> field.path().toString()).toList());
  }

  @Test
  void aFieldOfWhiteSpaceIsNotFilled() {
    Field summary = Field.of(LocationType.METHOD).get(0);
    assertTrue(summary.isFilled(Properties.parse("{\"summary\":\"x\"}")));
    assertFalse(summary.isFilled(Properties.parse("{\"summary\":\" \\t\\n\"}")));
    assertFalse(summary.isFilled(Properties.parse("{\"summary\":null}")));
    assertFalse(summary.isFilled(Properties.none()));
  }
}
