package io.portico.apidocs;

import java.util.Map;

/**
 * A REST API of API Gateway.
 *
 * @param id by which API Gateway knows it; stands in addresses
 * @param name for people; not unique
 * @param description empty if it has none
 */
public record RestApi(String id, String name, String description, Map<String, String> tags) {
  /** Its name in the audit trail. */
  public String resource() {
    return "apis/" + id;
  }
}
