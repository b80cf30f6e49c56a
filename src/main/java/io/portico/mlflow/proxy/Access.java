package io.portico.mlflow.proxy;

import io.portico.mlflow.AccessLevel;
import java.util.Optional;

/** What an MLflow endpoint does, and so who may call it. */
public enum Access {
  /** Changes nothing. */
  READ(AccessLevel.VIEWER),
  /** A GraphQL document: its operations decide. */
  GRAPHQL(AccessLevel.VIEWER),
  /** Creates and changes. */
  WRITE(AccessLevel.CONTRIBUTOR),
  /** Deletes and restores. */
  DELETE(AccessLevel.MANAGER),
  /** Registry stages and aliases, permissions, workspaces. */
  ADMIN(AccessLevel.MANAGER),
  /** Makes the server call out or run code for the caller. */
  NEVER(null);

  private final AccessLevel level;

  Access(AccessLevel level) {
    this.level = level;
  }

  /** The level it takes; empty if none is enough. */
  public Optional<AccessLevel> level() {
    return Optional.ofNullable(level);
  }
}
