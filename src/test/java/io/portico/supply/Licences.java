package io.portico.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The licences that parts may have: a line of {@code licences.txt} each, the SPDX identifier and
 * behind bars what else authors call it.
 */
final class Licences {
  private static final Path LIST = Path.of("src/test/resources/io/portico/supply/licences.txt");

  private final Map<String, String> identifiers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Licences() throws IOException {
    for (String line : Files.readAllLines(LIST)) {
      List<String> names = Arrays.stream(line.split("\\|")).map(String::trim).toList();
      names.forEach(name -> identifiers.put(name, names.get(0)));
    }
  }

  /** The first of a part's licences that is allowed; its user chooses among several. */
  Optional<String> of(Part part) {
    return part.licences().stream()
        .filter(identifiers::containsKey)
        .map(identifiers::get)
        .findFirst();
  }
}
