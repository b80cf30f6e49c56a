package io.portico.apidocs.importing;

import io.portico.audit.Activity;

/** Where the parts of an import come from. */
public enum ImportOrigin {
  /** A file that somebody sent. */
  FILE("import", Activity.Action.PARTS_IMPORTED),
  /** The backup of an earlier import. */
  RESTORE("restore", Activity.Action.PARTS_RESTORED),
  /** One text replaced by another in many parts. */
  REPLACE("replacement", Activity.Action.PARTS_REPLACED),
  /** What a version says. */
  VERSION("restore of a version", Activity.Action.PARTS_RESTORED);

  private final String label;
  private final Activity.Action action;

  ImportOrigin(String label, Activity.Action action) {
    this.label = label;
    this.action = action;
  }

  /** For people. */
  public String label() {
    return label;
  }

  Activity.Action action() {
    return action;
  }
}
