package io.portico.sandbox.mlflow;

import io.portico.sandbox.mlflow.search.Paging;
import io.portico.sandbox.mlflow.search.Query;
import io.portico.sandbox.mlflow.search.Vocabulary;
import io.portico.sandbox.mlflow.tracking.TrackingException;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client asks with: a JSON body or a query string. As in protobuf's JSON, a number may come
 * as a text, and what is unknown is ignored.
 */
final class Arguments {
  private final JsonObject values;

  Arguments(JsonObject values) {
    this.values = values;
  }

  static Arguments of(MultiMap query) {
    JsonObject values = new JsonObject();
    query.names().forEach(name -> values.put(name, new JsonArray(query.getAll(name))));
    return new Arguments(values);
  }

  /** The first of those names that has a text that is not empty. */
  String required(String... names) {
    return Stream.of(names)
        .map(this::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseThrow(() -> missing(names[0]));
  }

  String text(String name) {
    return text(name, "");
  }

  String text(String name, String fallback) {
    Object value = single(name);
    if (value == null) {
      return fallback;
    }
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  Optional<Long> number(String name) {
    return Optional.ofNullable(single(name)).map(value -> (long) decimal(name, value));
  }

  double requiredDecimal(String name) {
    Object value = single(name);
    if (value == null) {
      throw missing(name);
    }
    return decimal(name, value);
  }

  <E extends Enum<E>> E constant(String name, E fallback) {
    String spelling = text(name, fallback.name());
    try {
      return Enum.valueOf(fallback.getDeclaringClass(), spelling.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw wrong(name, "one of MLflow's constants");
    }
  }

  List<String> texts(String name) {
    return list(name).stream()
        .map(item -> item instanceof String text ? text : Arguments.<String>reject(name, "texts"))
        .toList();
  }

  List<Arguments> objects(String name) {
    return list(name).stream()
        .map(
            item ->
                item instanceof JsonObject object
                    ? new Arguments(object)
                    : Arguments.<Arguments>reject(name, "objects"))
        .toList();
  }

  /** The objects with a key and a value, as tags and parameters come. */
  Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    objects(name).forEach(pair -> pairs.put(pair.required("key"), pair.text("value")));
    return pairs;
  }

  /** The search asked for, in pages of that size unless it says otherwise. */
  Query query(Vocabulary vocabulary, int pageSize) {
    return Query.parse(text("filter"), texts("order_by"), paging(pageSize), vocabulary);
  }

  Paging paging(int pageSize) {
    long size = number("max_results").orElse((long) pageSize);
    if (size < 1 || size > 50_000) {
      throw wrong("max_results", "between 1 and 50000");
    }
    return Paging.of(text("page_token"), (int) size);
  }

  private List<?> list(String name) {
    Object value = values.getValue(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray array ? array.stream().toList() : List.of(value);
  }

  private Object single(String name) {
    Object value = values.getValue(name);
    return value instanceof JsonArray array && array.size() == 1 ? array.getValue(0) : value;
  }

  private static double decimal(String name, Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(value.toString());
    } catch (NumberFormatException notANumber) {
      throw wrong(name, "a number");
    }
  }

  private static <T> T reject(String name, String expected) {
    throw wrong(name, "a list of " + expected);
  }

  private static TrackingException missing(String name) {
    return TrackingException.invalid("Missing value for required parameter '" + name + "'");
  }

  private static TrackingException wrong(String name, String expected) {
    return TrackingException.invalid(
        "Invalid value for parameter '" + name + "': it must be " + expected);
  }
}
