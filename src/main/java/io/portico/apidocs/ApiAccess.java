package io.portico.apidocs;

/** An API, and what the person that asks may do with its documentation. */
public record ApiAccess(RestApi api, DocumentationRole role) {
  public boolean mayEdit() {
    return role.includes(DocumentationRole.EDITOR);
  }

  public boolean mayPublish() {
    return role.includes(DocumentationRole.PUBLISHER);
  }
}
