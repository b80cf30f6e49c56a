package io.portico.apidocs.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.apidocs.openapi.FileDocumentation.Source;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDescriptionsTest {
  private static FileDocumentation read(String yaml) {
    return FileDocumentation.of(OpenApiFile.read("openapi: 3.0.3\n" + yaml), Source.DESCRIPTIONS);
  }

  @Test
  void whatOpenApi3DescribesBecomesParts() {
    assertEquals(
        List.of(
            "API {'info':{'title':'Orchard','description':'Trees and *harvests*.\\n',"
                + "'contact':{'name':'The gardeners','x-room':12}},'x-owner':['garden']}",
            "MODEL Tree {'title':'A tree'}",
            "MODEL Tree.height {'description':'In metres','title':'Height'}",
            "MODEL Tree.kind {'description':'What grows'}",
            "MODEL Kind {'description':'What grows'}",
            "AUTHORIZER staff {'description':'Employees'}",
            "METHOD / ANY {'summary':'Anything'}",
            "RESOURCE /trees/{treeId} {'summary':'One tree','x-map':'north'}",
            "METHOD /trees/{treeId} GET {'summary':'Read a tree','description':'404',"
                + "'tags':['trees'],'x-cost':1.0}",
            "QUERY_PARAMETER /trees/{treeId} GET season {'description':'Which season'}",
            "PATH_PARAMETER /trees/{treeId} GET treeId {'description':'Which tree'}",
            "REQUEST_HEADER /trees/{treeId} GET X-Trace {'description':'For support'}",
            "RESPONSE /trees/{treeId} GET 200 {'description':'The tree'}",
            "RESPONSE_HEADER /trees/{treeId} GET 200 x-rate {'description':'How often'}",
            "RESPONSE_HEADER /trees/{treeId} GET 200 X-Left {'description':'How often still'}",
            "RESPONSE /trees/{treeId} GET 500 {'description':'We are sorry','x-retry':true}",
            "PATH_PARAMETER /trees/{treeId} PUT treeId {'description':'Which tree'}",
            "QUERY_PARAMETER /trees/{treeId} PUT season {'description':'Any season'}",
            "REQUEST_HEADER /trees/{treeId} PUT X-Trace {'description':'For support'}",
            "REQUEST_BODY /trees/{treeId} PUT {'description':'The whole tree'}",
            "RESPONSE /trees/{treeId} PUT 500 {'description':'We are sorry','x-retry':true}"),
        Listing.of(FileDocumentation.of(Listing.sample("orchard.yaml"))));
  }

  @Test
  void whatHasNoPlaceIsNamedOnceWithItsPlace() {
    assertEquals(
        List.of(
            "/paths/~1trees~1{treeId}/parameters/2: API Gateway documents parameters in path, query"
                + " and header. Say this in the description of the method.",
            "/paths/~1trees~1{treeId}/get/responses/4XX: API Gateway documents single status codes."
                + " Write out those that this stands for.",
            "/paths/~1trees~1{treeId}/get/responses/default: API Gateway documents single status"
                + " codes. Write out those that this stands for.",
            "/paths/~1trees~1{treeId}/trace: API Gateway has no such method. Methods are get, put,"
                + " post and so on.",
            "/paths/~1trees~1{treeId}/fetch: API Gateway has no such method. Methods are get, put,"
                + " post and so on.",
            "/paths/~1trees~1: API Gateway has no such path. Write the path from its first slash to"
                + " its last segment, such as /pets/{petId}."),
        Listing.ofMisfits(FileDocumentation.of(Listing.sample("orchard.yaml"))));
  }

  @Test
  void whatSwagger2DescribesBecomesParts() {
    FileDocumentation found = FileDocumentation.of(Listing.sample("orchard.swagger.json"));
    assertEquals(
        List.of(
            "MODEL Tree {'description':'A tree'}",
            "MODEL Tree.age {'description':'In years'}",
            "AUTHORIZER staff {'description':'Employees'}",
            "REQUEST_BODY /trees POST {'description':'The tree to plant'}",
            "QUERY_PARAMETER /trees POST page {'description':'Which page'}",
            "RESPONSE /trees POST 200 {'description':'Planted'}",
            "RESPONSE_HEADER /trees POST 200 Location {'description':'Where'}"),
        Listing.of(found));
    assertEquals(
        List.of("/paths/~1trees/post/parameters/1"),
        found.misfits().stream().map(misfit -> misfit.where().toString()).toList());
  }

  @Test
  void aPartKnowsWhereItStands() {
    FileDocumentation found = FileDocumentation.of(Listing.sample("orchard.swagger.json"));
    assertEquals(
        List.of(
            "/definitions/Tree",
            "/definitions/Tree/properties/age",
            "/securityDefinitions/staff",
            "/paths/~1trees/post/parameters/0",
            "/parameters/Page",
            "/responses/Fine",
            "/responses/Fine/headers/Location"),
        found.parts().stream().map(part -> part.where().toString()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3                                                 | Write an object",
        "{$ref: '#/components/schemas/Kind'}               | What grows",
        "{$ref: '#/components/schemas/a~1b%20~0'}          | Escaped",
        "{$ref: '#/components/schemas/a+b'}                | Plus",
        "{$ref: '#/components/list/1'}                     | Second",
        "{$ref: '#/components/schemas/Twice'}              | What grows",
        "{$ref: '#/components/schemas/a%zz'}               | leads. Correct it",
        "{$ref: '#/components/schemas/%ff'}                | leads. Correct it",
        "{$ref: '#/components/schemas/None'}               | leads. Correct it",
        "{$ref: '#/components/list/2'}                     | leads. Correct it",
        "{$ref: '#/components/list/-1'}                    | leads. Correct it",
        "{$ref: '#/components/list/01'}                    | leads. Correct it",
        "{$ref: '#/components/list/99999999999999999999'}  | leads. Correct it",
        "{$ref: '#Kind'}                                   | leads. Correct it",
        "{$ref: '#/components/list'}                       | Write an object",
        "{$ref: '#/components/schemas/Self'}               | circle",
        "{$ref: '#/components/schemas/One'}                | circle",
        "{$ref: 'other.yaml#/Kind'}                        | leads out of the file",
        "{$ref: 'https://example.com/x'}                   | leads out of the file",
        "{$ref: ''}                                        | leads out of the file",
        "{$ref: '#/components/schemas/Kind', title: Lost}  | beside a $ref",
        "{description: [a]}                                | Write a text here",
        "[]                                                | Write an object",
        "text                                              | Write an object",
      })
  void aReferenceIsFollowedWithinTheFileOrNamed(String schema, String expected) {
    FileDocumentation found =
        read(
            """
            components:
              list: [a, {description: Second}]
              schemas:
                Kind: {description: What grows}
                'a/b ~': {description: Escaped}
                a+b: {description: Plus}
                Twice: {$ref: '#/components/schemas/Kind'}
                Self: {$ref: '#/components/schemas/Self'}
                One: {$ref: '#/components/schemas/Two'}
                Two: {$ref: '#/components/schemas/One'}
                Tested: %s
            """
                .formatted(schema));
    String said =
        found.parts().stream()
                .filter(part -> part.location().name().equals("Tested"))
                .map(part -> part.properties().compact())
                .toList()
            + Listing.ofMisfits(found).toString();
    assertTrue(said.contains(expected), said);
  }

  @Test
  void whatSaysNothingBecomesNoPart() {
    FileDocumentation found =
        read(
            """
            info: {version: 1.0.0}
            paths:
              /a:
                get:
                  summary: ''
                  description: ' '
                  tags: []
                  parameters: [{name: b, in: query}, {name: c, in: cookie}, {name: d, in: path, description: null}]
                  requestBody: {content: {}}
                  responses: {200: {description: 200 response}}
            """);
    assertEquals(List.of(), found.parts());
    assertEquals(List.of(), found.misfits());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "paths: []                                      | /paths",
        "paths: {/a: text}                              | /paths/~1a",
        "paths: {/a: {get: []}}                         | /paths/~1a/get",
        "paths: {/a: {parameters: {}}}                  | /paths/~1a/parameters",
        "paths: {/a: {get: {parameters: {}}}}           | /paths/~1a/get/parameters",
        "paths: {/a: {get: {parameters: [1]}}}          | /paths/~1a/get/parameters/0",
        "paths: {/a: {get: {parameters: [{in: query, description: b}]}}}  | /paths/~1a/get/parameters/0",
        "paths: {/a: {get: {parameters: [{name: a, description: b}]}}}    | /paths/~1a/get/parameters/0",
        "paths: {/a: {get: {requestBody: 1}}}           | /paths/~1a/get/requestBody",
        "paths: {/a: {get: {responses: 1}}}             | /paths/~1a/get/responses",
        "paths: {/a: {get: {responses: {200: 1}}}}      | /paths/~1a/get/responses/200",
        "paths: {/a: {get: {responses: {600: {}}}}}     | /paths/~1a/get/responses/600",
        "paths: {/a: {get: {responses: {200: {headers: {B: 1}}}}}} | /paths/~1a/get/responses/200/headers/B",
        "paths: {/a: {get: {summary: {}}}}              | /paths/~1a/get/summary",
        "paths: {/a: {get: {tags: a}}}                  | /paths/~1a/get/tags",
        "paths: {a: {get: {summary: b}}}                | /paths/a",
        "paths: {'/a b': {get: {summary: b}}}           | /paths/~1a b",
        "paths: {'/~0': 1}                              | /paths/~1~00",
        "info: text                                     | /info",
        "components: {schemas: []}                      | /components/schemas",
        "components: {schemas: {A: {properties: []}}}   | /components/schemas/A/properties",
        "components: {schemas: {'': {title: a}}}        | /components/schemas/",
        "components: {schemas: {A: {title: [a]}}}       | /components/schemas/A/title",
        "components: {securitySchemes: {a: 1}}          | /components/securitySchemes/a",
        "components: {schemas: {A.b: {title: a}, A: {properties: {b: {title: c}}}}} | /components/schemas/A/properties/b",
      })
  void whatIsOutOfShapeIsNamedAndTheRestIsRead(String yaml, String where) {
    FileDocumentation found = read("x-kept: 1\n" + yaml);
    assertEquals(
        List.of(where), found.misfits().stream().map(misfit -> misfit.where().toString()).toList());
    assertEquals("API {'x-kept':1}", Listing.of(found).get(0));
  }

  @Test
  void aTextThatIsTooLongForAPartIsNamed() {
    String text = "x".repeat(64 * 1024);
    FileDocumentation found =
        read("components: {schemas: {A: {description: %s}, B: {title: b}}}".formatted(text));
    assertEquals(List.of("MODEL B {'title':'b'}"), Listing.of(found));
    assertEquals("/components/schemas/A", found.misfits().get(0).where().toString());
    String deep = "[".repeat(64) + "]".repeat(64);
    assertEquals(
        List.of("/components/schemas/A"),
        read("components: {schemas: {A: {x-deep: %s}}}".formatted(deep)).misfits().stream()
            .map(misfit -> misfit.where().toString())
            .toList());
  }

  @Test
  void aLongTextThatAllShareIsNotMultipliedWithoutEnd() {
    StringBuilder file = new StringBuilder("components:\n  schemas:\n    Z:\n      description: ");
    file.append("x".repeat(60_000)).append('\n');
    for (int i = 0; i < 10_000; i++) {
      file.append("    A%d: {$ref: '#/components/schemas/Z'}\n".formatted(i));
    }
    assertTrue(
        assertThrows(InvalidOpenApi.class, () -> read(file.toString()))
            .getMessage()
            .contains("more than 6 MB"));
  }

  @Test
  void aPathWithoutEndIsNamed() {
    FileDocumentation found =
        read("paths: {%s: {get: {summary: a}}}".formatted("'" + "/a".repeat(400) + "/a'"));
    assertEquals(1, found.parts().size());
    StringBuilder file = new StringBuilder("paths:\n  ? ").append("/a".repeat(100_000));
    assertEquals(1, read(file + "\n  : {get: {summary: a}}").misfits().size());
  }

  /** A few megabytes that would be read for hours: nothing is said in what all of them share. */
  @ParameterizedTest
  @Timeout(30)
  @ValueSource(
      strings = {
        "{'get':{'parameters':[%s]}}",
        "{'parameters':[%s],'get':{}}",
        "{'get':{'responses':{%s}}}",
        "{'get':{%s}}",
        "{%s}"
      })
  void whatIsReferredToTooOftenIsRefused(String shared) {
    int many = 60_000;
    String inner =
        IntStream.range(0, many)
            .mapToObj(i -> shared.contains("[%s]") ? "{}" : "'k%d':{}".formatted(i))
            .collect(Collectors.joining(","));
    String paths =
        IntStream.range(0, many)
            .mapToObj(i -> "'/p%d':{'$ref':'#/x-shared'}".formatted(i))
            .collect(Collectors.joining(","));
    String file =
        "{'openapi':'3.0.3','x-shared':%s,'paths':{%s}}"
            .formatted(shared.formatted(inner), paths)
            .replace('\'', '"');
    OpenApiFile read = OpenApiFile.read(file);
    assertThrows(InvalidOpenApi.class, () -> FileDocumentation.of(read, Source.DESCRIPTIONS));
  }
}
