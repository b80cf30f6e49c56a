package io.portico.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CanonicalQueryTest {
  @Test
  void parametersStandByNameThenByValue() {
    assertEquals("a=1&a=2&a-b=0&b=", CanonicalQuery.of("b&a-b=0&a=2&a=1"));
  }

  @Test
  void oneParameterStaysAsItIsAndNoneIsNothing() {
    assertEquals("a=1%3D", CanonicalQuery.of("a=1%3D"));
    assertEquals("a=", CanonicalQuery.of("a"));
    assertEquals("", CanonicalQuery.of(""));
  }
}
