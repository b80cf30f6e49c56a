package io.portico.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {
  /** As the sandbox's API is written down, with two of its operations. */
  private static final String API =
      """
      # Orders

      For tools: [OpenAPI in JSON](openapi.json).

      ## Operations

      - [`GET /orders`](operations/get/~1orders.md): List orders
      - [`GET /orders/{orderId}`](operations/get/~1orders~1%7BorderId%7D.md)

      ## `GET /orders`

      ### Parameters

      - `status` (query, string)

      [This operation alone](operations/get/~1orders.md)

      ## `GET /orders/{orderId}`
      """;

  @Test
  void operationsLeadToTheirSections() {
    DocumentText text = DocumentText.of(API);
    assertEquals("Orders", text.title());
    assertEquals(
        """
        <ul>
        <li><a href="#GET-%2Forders"><code>GET /orders</code></a>List orders</li>
        <li><a href="#GET-%2Forders%2F%7BorderId%7D"><code>GET /orders/{orderId}</code></a></li>
        </ul>
        """,
        text.operations().orElseThrow());
    assertTrue(text.html().contains("<h2 id=\"GET-/orders\"><code>GET /orders</code></h2>"));
    assertTrue(text.html().contains("<h2 id=\"GET-/orders/{orderId}\">"));
    assertFalse(text.html().contains("Operations"));
  }

  @Test
  void otherLinksLeadToPages() {
    String html = DocumentText.of(API).html();
    assertTrue(html.contains("href=\"openapi.json\""));
    assertTrue(html.contains("href=\"operations/get/~1orders.html\""));
  }

  @Test
  void aPageWithoutOperationsHasNoList() {
    DocumentText text = DocumentText.of("# `GET /orders`\n\n## Parameters\n\n- `status`\n");
    assertEquals("GET /orders", text.title());
    assertEquals(Optional.empty(), text.operations());
    assertTrue(text.html().contains("<li><code>status</code></li>"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/a.md, https://example.com/a.md",
    "MAILTO:a@example.com, MAILTO:a@example.com"
  })
  void whatLeadsElsewhereStaysAndIsNotVouchedFor(String address, String there) {
    assertEquals(
        "<p><a rel=\"nofollow noopener noreferrer\" href=\"" + there + "\">it</a></p>\n",
        DocumentText.of("[it](" + address + ")").html());
  }

  /** None of it is written by the portal; what somebody slipped in would do nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[it](javascript:alert(1))",
        "![it](data:text/html,x)",
        "## `<script>`"
      })
  void nothingActsByItself(String hostile) {
    String html = DocumentText.of("# API\n\n" + hostile).html();
    assertFalse(html.matches("(?s).*<(script|img).*"), html);
    assertFalse(html.contains("javascript:"), html);
    assertFalse(html.contains("data:"), html);
  }

  @Test
  void aHeadingStaysInItsAttribute() {
    assertEquals(
        "<h2 id=\"&quot;-onclick=&quot;alert(1)\"><code>&quot; onclick=&quot;alert(1)</code></h2>\n",
        DocumentText.of("## `\" onclick=\"alert(1)`").html());
  }
}
