package io.portico.apidocs.publishing;

import io.portico.apidocs.ApiAccess;
import java.util.List;

/** What the page of an API's versions shows. */
public record VersionsPage(ApiAccess access, VersionList list) {
  public List<ListedVersion> versions() {
    return list.versions();
  }

  /** Stages whose exports could not be read, for people; empty if all could. */
  public String unread() {
    return String.join(", ", list.unread());
  }
}
