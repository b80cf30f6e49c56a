package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.openapi.FileDocumentation.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDocumentationTest {
  private static final String PLAIN =
      """
      openapi: 3.0.3
      info: {title: Orchard}
      paths:
        /trees:
          get:
            summary: Plain
            parameters: [{name: page, in: query, description: Plain}]
            responses:
              200: {description: Plain}
              404: {description: Plain}
              default: {description: Plain}
      """;
  private static final String EXTENDED =
      PLAIN
          + """
          x-amazon-apigateway-documentation:
            version: '1'
            documentationParts:
              - location: {type: METHOD, path: /trees, method: GET}
                properties: {description: Own}
              - location: {type: RESPONSE, statusCode: 200}
                properties: {description: For all}
          """;

  private static FileDocumentation parts(String yaml) {
    return FileDocumentation.of(
        OpenApiFile.read(
            "openapi: 3.0.3\nx-amazon-apigateway-documentation: {documentationParts: [%s]}"
                .formatted(yaml)));
  }

  @Test
  void anExtensionGoesBeforeDescriptions() {
    OpenApiFile file = OpenApiFile.read(EXTENDED);
    assertEquals(Source.EXTENSION, Source.usual(file));
    FileDocumentation found = FileDocumentation.of(file);
    assertEquals(
        List.of(
            "METHOD /trees GET {'description':'Own'}",
            "RESPONSE / * 200 {'description':'For all'}"),
        Listing.of(found));
    assertEquals(List.of(), found.misfits());
    assertEquals(
        "/x-amazon-apigateway-documentation/documentationParts/1",
        found.parts().get(1).where().toString());
  }

  @Test
  void withoutAnExtensionTheDescriptionsCount() {
    OpenApiFile file = OpenApiFile.read(PLAIN);
    assertEquals(Source.DESCRIPTIONS, Source.usual(file));
    assertEquals(5, FileDocumentation.of(file).parts().size());
    assertEquals(1, FileDocumentation.of(file).misfits().size());
    assertEquals(List.of(), FileDocumentation.of(file, Source.EXTENSION).parts());
  }

  @Test
  void descriptionsCountWhereSomebodyAsksForThem() {
    assertEquals(
        FileDocumentation.of(OpenApiFile.read(PLAIN)),
        FileDocumentation.of(OpenApiFile.read(EXTENDED), Source.DESCRIPTIONS));
  }

  @Test
  void descriptionsFillWhatNoPartOfTheExtensionSpeaksFor() {
    FileDocumentation found = FileDocumentation.of(OpenApiFile.read(EXTENDED), Source.BOTH);
    assertEquals(
        List.of(
            "METHOD /trees GET {'description':'Own'}",
            "RESPONSE / * 200 {'description':'For all'}",
            "API {'info':{'title':'Orchard'}}",
            "QUERY_PARAMETER /trees GET page {'description':'Plain'}",
            "RESPONSE /trees GET 404 {'description':'Plain'}"),
        Listing.of(found));
    assertEquals(1, found.misfits().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{location: {type: RESPONSE, statusCode: 404}, properties: {}}      | RESPONSE / * 404 {}",
        "{location: {type: METHOD, path: /a, method: get}, properties: {}}  | METHOD /a GET {}",
        "{location: {type: API, path: null}, properties: {$ref: x}}         | API {'$ref':'x'}",
        "{location: {type: API, path: /, method: '*'}, properties: {a: 1.0}} | API {'a':1.0}",
      })
  void aPartOfTheExtensionIsTakenAsItIs(String yaml, String part) {
    assertEquals(List.of(part), Listing.of(parts(yaml)));
    assertEquals(List.of(), parts(yaml).misfits());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{location: {type: RESPONSE, statusCode: default}, properties: {}} | /0 | status code",
        "{location: {type: RESPONSE, statusCode: 2XX}, properties: {}}     | /0 | status code",
        "{location: {type: METHOD, path: /a, method: TRACE}, properties: {}} | /0 | HTTP method",
        "{location: {type: METHOD, path: a/}, properties: {}}              | /0 | first slash",
        "{location: {type: MODEL}, properties: {}}                         | /0 | name",
        "{location: {type: MODEL, name: \"\\e[1m\"}, properties: {}}       | /0 | control",
        "{location: {type: API, name: a}, properties: {}}                  | /0 | has no name",
        "{location: {type: STAGE}, properties: {}}                         | /0 | what the text is",
        "{location: {}, properties: {}}                                    | /0 | what the text is",
        "{location: {type: [API]}, properties: {}}                         | /0/location/type | texts",
        "{location: {type: RESPONSE, statuscode: 200}, properties: {}}     | /0/location/statuscode | nothing else",
        "{location: API, properties: {}}                                   | /0 | location",
        "{properties: {}}                                                  | /0 | location",
        "{location: {type: API}}                                           | /0 | properties",
        "{location: {type: API}, properties: []}                           | /0 | properties",
        "{location: {type: API}, properties: '{}'}                         | /0 | properties",
        "text                                                              | /0 | location",
      })
  void aPartThatIsNoneIsNamedAndTheRestIsTaken(String yaml, String where, String sentence) {
    FileDocumentation found =
        parts(yaml + ", {location: {type: MODEL, name: Kept}, properties: {}}");
    assertEquals(List.of("MODEL Kept {}"), Listing.of(found));
    assertEquals(1, found.misfits().size());
    Misfit misfit = found.misfits().get(0);
    assertEquals(
        "/x-amazon-apigateway-documentation/documentationParts" + where, misfit.where().toString());
    assertTrue(misfit.sentence().contains(sentence), misfit.sentence());
  }

  @Test
  void ofTwoPartsForOnePlaceTheFirstIsTaken() {
    FileDocumentation found =
        parts(
            "{location: {type: METHOD}, properties: {a: 1}},"
                + "{location: {type: METHOD, path: /, method: '*'}, properties: {a: 2}}");
    assertEquals(List.of("METHOD / * {'a':1}"), Listing.of(found));
    assertEquals(
        "/x-amazon-apigateway-documentation/documentationParts/0 is about the same place. Keep one"
            + " of both.",
        found.misfits().get(0).sentence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]|", "text|", "{}|", "{documentationParts: {}}|/documentationParts"})
  void anExtensionWithoutAListIsNamed(String yaml, String where) {
    FileDocumentation found =
        FileDocumentation.of(
            OpenApiFile.read("openapi: 3.0.3\nx-amazon-apigateway-documentation: " + yaml));
    assertEquals(List.of(), found.parts());
    assertEquals(
        "/x-amazon-apigateway-documentation" + (where == null ? "" : where),
        found.misfits().get(0).where().toString());
  }
}
