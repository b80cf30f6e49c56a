package io.portico.apidocs.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideTest {
  @Test
  void sidesAreSpelledInAddresses() {
    assertEquals(Side.DRAFT, Side.parse("draft"));
    assertEquals(Side.stage("prod"), Side.parse("stage:prod"));
    assertEquals(Side.version("1.2.0"), Side.parse("version:1.2.0"));
    assertEquals("draft", Side.DRAFT.toString());
    assertEquals("stage:prod", Side.stage("prod").toString());
    assertEquals("version:1.2.0", Side.version("1.2.0").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:b",
        ":",
        "draft",
        "stage:x",
        "a/b",
        "a%2Fb",
        " ",
        "..",
        "<b>",
        "Größe 👩‍🚀",
        "a\nb"
      })
  void aNameMayHoldAnything(String name) {
    assertEquals(Side.version(name), Side.parse("version:" + name));
    assertEquals(Side.stage(name), Side.parse(Side.stage(name).toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prod",
        "Draft",
        "draft:",
        "draft:x",
        "stage",
        "stage:",
        "version:",
        "STAGE:prod",
        " draft",
        "versions:1",
        ":1"
      })
  void anyOtherTextIsNone(String spelled) {
    InvalidSide invalid = assertThrows(InvalidSide.class, () -> Side.parse(spelled));
    assertTrue(invalid.getMessage().startsWith("Choose what to compare"));
  }
}
