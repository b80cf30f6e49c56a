package io.portico.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that people give to runs, models and files, however odd, mean the same upstream. */
@Tag("hostile")
@ExtendWith(OneHostilePortal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesIT {
  private final Tally tally = Tally.of("names", "requests", "changed on the way");
  private HostilePortal portal;
  private String bearer;
  private String frame;

  @BeforeAll
  void start(HostilePortal started) throws IOException {
    portal = started;
    bearer = "Authorization: Bearer " + started.token("scientist", HostilePortal.MODELS, "viewer");
    frame = "Cookie: " + started.frame("scientist", HostilePortal.MODELS);
  }

  private List<String> requests(String target) {
    return List.of(
        "GET /api/mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
            .formatted(target, HostilePortal.HOST, bearer),
        "GET /mlflow/models%s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
            .formatted(target, HostilePortal.MLFLOW, frame));
  }

  /** Path and query, decoded. */
  private void assertArrives(String target, String meant) throws IOException {
    for (String request : requests(target)) {
      portal.upstream().behave();
      assertEquals(200, Answered.to(request).status(), request);
      Received received = portal.upstream().only();
      tally.count(1);
      if (!decoded(received.target()).equals(meant)) {
        tally.failed(target + " arrived as " + received.target());
      }
      assertEquals(meant, decoded(received.target()));
      assertEquals(List.of(), UpstreamRequests.faults(received).toList());
    }
  }

  /** A plus sign would be a blank to some, so there has to be none. */
  private static String decoded(String text) {
    assertEquals(-1, text.indexOf('+'), text);
    return URLDecoder.decode(text, UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "path=a%20b|path=a b",
        "path=a+b|path=a b",
        "path=a%2Bb|path=a+b",
        "path=dir%2Ffile.txt|path=dir/file.txt",
        "path=dir/file.txt|path=dir/file.txt",
        "path=..%2Fup|path=../up",
        "path=a%5Cb|path=a\\b",
        "path=%C3%BCber.txt|path=über.txt",
        "path=u%CC%88ber.txt|path=u\u0308ber.txt",
        "path=%E6%BC%A2%E5%AD%97|path=漢字",
        "path=%F0%9F%98%80|path=😀",
        "path=%D9%85%D9%84%D9%81|path=ملف",
        "path=100%25|path=100%",
        "path=100%2525|path=100%25",
        "path=%23x%3F|path=#x?",
        "path=a;b|path=a;b",
        "path=a%0Ab|path=aLINEb",
        "path=!$'()*,:@|path=!$'()*,:@",
        "path=%7Bx%7D|path={x}",
        "path=%3Cscript%3E|path=<script>",
        "path=a=b|path=a=b",
        "a%20b=1|a b=1"
      })
  @Holds(Promise.LEGAL_NAMES_ARRIVE)
  void inAQuery(String query, String meant) throws IOException {
    assertArrives(
        "/get-artifact?run_uuid=1&" + query,
        "/get-artifact?run_uuid=1&" + meant.replace("LINE", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a%20b|a b",
        "a+b|a+b",
        "a%2Bb|a+b",
        "dir/file.txt|dir/file.txt",
        "%C3%BCber.txt|über.txt",
        "%c3%bcber.txt|über.txt",
        "%E2%88%95etc|∕etc",
        "%EF%BC%8E%EF%BC%8E|．．",
        "%F0%9F%98%80|😀",
        "100%25|100%",
        "a@b=c,d!$&'()*~:|a@b=c,d!$&'()*~:",
        "%3Cscript%3E|<script>",
        "%22quoted%22|\"quoted\"",
        "a%23b%3Fc|a#b?c",
        ".hidden|.hidden",
        "...|...",
        "%7Euser|~user"
      })
  @Holds({Promise.LEGAL_NAMES_ARRIVE, Promise.ONE_PARSED_PATH})
  void inAPath(String name, String meant) throws IOException {
    String artifacts = "/api/2.0/mlflow-artifacts/artifacts/1/r/artifacts/";
    assertArrives(artifacts + name, artifacts + meant);
  }
}
