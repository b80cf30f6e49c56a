package io.portico.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What lies below {@code deploy}, and the settings of the application that it must agree with. */
final class DeployFolder {
  private static final Path FOLDER = Path.of("deploy");
  private static final Path SETTINGS = Path.of("src/main/resources/application.properties");
  private static final Pattern ARGUMENT = Pattern.compile("(?m)^-D([^=\\s]+)=(.*)$");

  private DeployFolder() {}

  static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  /** With anchors and merge keys resolved. */
  static JsonNode yaml(String file) throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return new ObjectMapper().valueToTree(yaml.load(text(file)));
  }

  static Map<String, String> properties(String file) throws IOException {
    return properties(FOLDER.resolve(file));
  }

  /** Of the sources, with the prefixes of profiles. */
  static Map<String, String> settings() throws IOException {
    return properties(SETTINGS);
  }

  private static Map<String, String> properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> sorted = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> sorted.put(name, properties.getProperty(name)));
    return sorted;
  }

  /** Java's system properties in a file of arguments. */
  static Map<String, String> arguments(String file) throws IOException {
    Map<String, String> arguments = new TreeMap<>();
    ARGUMENT
        .matcher(text(file))
        .results()
        .forEach(argument -> arguments.put(argument.group(1), argument.group(2)));
    return arguments;
  }

  /** What follows an instruction of the Dockerfile, each time it stands there. */
  static List<String> instructions(String name) throws IOException {
    return Pattern.compile("(?m)^" + name + " +(.+)$")
        .matcher(text("docker/Dockerfile"))
        .results()
        .map(MatchResult::group)
        .map(line -> line.substring(name.length()).strip())
        .toList();
  }
}
