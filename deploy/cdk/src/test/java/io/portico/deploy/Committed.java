package io.portico.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that tests compare with, and write anew when asked to. */
final class Committed {
  private Committed() {}

  static void compare(Path file, String now) throws IOException {
    if (Boolean.getBoolean("renew")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, now);
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        now,
        file + " differs. If it should: ./mvnw -f deploy/cdk verify -Drenew=true, and commit it");
  }
}
