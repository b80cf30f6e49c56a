package io.portico.supply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The bill of materials names what the packaged application is made of. To write the list of
 * licences anew: {@code ./mvnw verify -Dskip.unit.tests=true -Dit.test=BillOfMaterialsIT
 * -Dportico.docs=write}
 */
@Tag("production")
@Tag("units")
@DisabledIfSystemProperty(
    named = "maven",
    matches = "offline true",
    disabledReason = "The bill is made online only")
class BillOfMaterialsIT {
  private static final Path BILL = Path.of("target/portico-cyclonedx.json");
  private static final Path JARS = Path.of("target/quarkus-app/lib");
  private static final Path REFERENCE = Path.of("docs/reference/supply-chain.md");

  /** Of developers' tools, which Quarkus leaves out. */
  private static final String NOT_PACKAGED = "io.quarkus.quarkus-ide-launcher-";

  /** Quarkus takes the senders out that its own stands for. */
  private static final String REWRITTEN = "io.opentelemetry.opentelemetry-exporter-otlp-";

  private static final String BEGIN = "<!-- licences -->\n";
  private static final String END = "<!-- end -->";

  /** RFC 9562, 5.3. */
  private static final int NAME_BASED = 3;

  private static JsonObject bill;
  private static List<Part> parts;

  @BeforeAll
  static void read() throws IOException {
    bill = new JsonObject(Files.readString(BILL));
    parts = Part.objects(bill, "components").map(Part::of).toList();
  }

  @Test
  @Holds(Promise.KNOWN_PARTS)
  void everyJarIsNamed() throws IOException {
    Set<String> named = parts.stream().map(Part::file).collect(toCollection(TreeSet::new));
    named.removeIf(file -> file.startsWith(NOT_PACKAGED));
    assertEquals(named, new TreeSet<>(jars().keySet()));
  }

  @Test
  @Holds(Promise.KNOWN_PARTS)
  void everyJarHasTheBytesOfItsPart() throws IOException {
    Map<String, String> named = parts.stream().collect(toMap(Part::file, Part::sha256));
    assertEquals(
        List.of(),
        jars().entrySet().stream()
            .filter(jar -> !jar.getKey().startsWith(REWRITTEN))
            .filter(jar -> !jar.getValue().equals(named.get(jar.getKey())))
            .toList());
  }

  private static Map<String, String> jars() throws IOException {
    try (Stream<Path> files = Files.walk(JARS)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .collect(toMap(jar -> jar.getFileName().toString(), BillOfMaterialsIT::sha256));
    }
  }

  private static String sha256(Path file) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Scanners look weaknesses up by it. */
  @Test
  @Holds(Promise.KNOWN_PARTS)
  void everyPartHasAPackageUrl() {
    assertEquals(
        List.of(),
        parts.stream()
            .filter(
                part ->
                    !part.purl()
                        .startsWith(
                            "pkg:maven/%s/%s@%s?"
                                .formatted(part.group(), part.name(), part.version())))
            .toList());
  }

  @Test
  @Holds(Promise.KNOWN_PARTS)
  void everyLicenceIsOneThatWeMayUse() throws IOException {
    Licences allowed = new Licences();
    assertEquals(
        List.of(),
        parts.stream()
            .filter(part -> allowed.of(part).isEmpty())
            .map(part -> part.purl() + ": " + part.licences())
            .toList());
  }

  /** A time or a random number would make each build another. */
  @Test
  void twoBuildsWriteTheSame() {
    assertNull(bill.getJsonObject("metadata").getString("timestamp"));
    UUID serial = UUID.fromString(bill.getString("serialNumber").substring("urn:uuid:".length()));
    assertEquals(NAME_BASED, serial.version());
  }

  @Test
  void theReferenceListsThem() throws IOException {
    String reference = Files.readString(REFERENCE);
    int begin = reference.indexOf(BEGIN) + BEGIN.length();
    String generated =
        reference.substring(0, begin) + table() + reference.substring(reference.indexOf(END));
    if ("write".equals(System.getProperty("portico.docs"))) {
      Files.writeString(REFERENCE, generated);
    }
    assertEquals(generated, Files.readString(REFERENCE));
  }

  private static String table() throws IOException {
    Licences allowed = new Licences();
    Map<String, TreeSet<String>> groups =
        parts.stream()
            .collect(
                groupingBy(
                    part -> allowed.of(part).orElse("?"),
                    TreeMap::new,
                    mapping(BillOfMaterialsIT::shown, toCollection(TreeSet::new))));
    return groups.entrySet().stream()
        .map(
            group -> "| %s | %s |\n".formatted(group.getKey(), String.join(", ", group.getValue())))
        .collect(joining("", "| licence | parts |\n|---|---|\n", ""));
  }

  /** Brotli's library is that of the machine that builds. */
  private static String shown(Part part) {
    return "%s:%s".formatted(part.group(), part.name().replaceAll("^native-.*", "native-…"));
  }
}
