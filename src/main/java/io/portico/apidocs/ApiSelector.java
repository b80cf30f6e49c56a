package io.portico.apidocs;

/**
 * Which APIs a line of configuration means: {@code *}, an API's id, or {@code tag:key=value}.
 *
 * @see ApiDocsConfig#access()
 */
public sealed interface ApiSelector {
  String TAG = "tag:";

  /** Every API of the account and region. */
  record All() implements ApiSelector {
    @Override
    public boolean selects(RestApi api) {
      return true;
    }
  }

  /** One API. */
  record Id(String id) implements ApiSelector {
    @Override
    public boolean selects(RestApi api) {
      return api.id().equals(id);
    }
  }

  /** The APIs with that tag. */
  record Tagged(String key, String value) implements ApiSelector {
    @Override
    public boolean selects(RestApi api) {
      return value.equals(api.tags().get(key));
    }
  }

  boolean selects(RestApi api);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with what to write instead
   */
  static ApiSelector parse(String text) {
    String selector = text.strip();
    if (selector.equals("*")) {
      return new All();
    }
    if (selector.matches("[a-z0-9]{1,32}")) {
      return new Id(selector);
    }
    int equals = selector.indexOf('=');
    if (selector.startsWith(TAG) && equals > TAG.length()) {
      return new Tagged(selector.substring(TAG.length(), equals), selector.substring(equals + 1));
    }
    throw new IllegalArgumentException(
        "'%s' is neither *, nor an API's id, nor tag:key=value".formatted(selector));
  }
}
