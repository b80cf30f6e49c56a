package io.portico.startup;

import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The environment variable {@code PORTICO_CONFIGURATION}: what would stand in {@code
 * config/application.properties}, for platforms that bring no files, such as AWS Fargate. Variables
 * of single properties do not do for names of groups, for they bring a twin in lower case.
 */
public class ConfigurationText extends PropertiesConfigSource {
  static final String VARIABLE = "PORTICO_CONFIGURATION";

  private static final long serialVersionUID = 1L;

  /** Above {@code config/application.properties} (260), below variables (300). */
  private static final int ORDINAL = 290;

  /** For Java's service loader. */
  public ConfigurationText() {
    this(System.getenv().getOrDefault(VARIABLE, ""));
  }

  ConfigurationText(String text) {
    super(read(text), VARIABLE, ORDINAL);
  }

  private static Map<String, String> read(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalStateException("A text is read without input or output", e);
    }
    Map<String, String> values = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }
}
