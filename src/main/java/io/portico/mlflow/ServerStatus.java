package io.portico.mlflow;

import java.util.Locale;
import java.util.Optional;

/**
 * How a tracking server is doing.
 *
 * @param state what it means for people
 * @param detail SageMaker's own word for it, empty when it did not answer
 * @param mlflowVersion as SageMaker tells it
 * @param size of a tracking server (Small, Medium, Large); Apps have none
 */
public record ServerStatus(
    State state, String detail, Optional<String> mlflowVersion, Optional<String> size) {

  /** What people can do with the server. */
  public enum State {
    /** It can be opened. */
    RUNNING,
    /** It has to be started first. */
    STOPPED,
    /** It is on its way to another state. */
    CHANGING,
    /** It needs an administrator. */
    FAILED,
    /** SageMaker did not say; the server itself may well work. */
    UNKNOWN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ServerStatus unknown() {
    return new ServerStatus(State.UNKNOWN, "", Optional.empty(), Optional.empty());
  }

  public boolean isRunning() {
    return state == State.RUNNING;
  }

  public boolean isStopped() {
    return state == State.STOPPED;
  }

  public boolean isUnknown() {
    return state == State.UNKNOWN;
  }

  public boolean isChanging() {
    return state == State.CHANGING;
  }

  /**
   * What a status of the SageMaker API means (TrackingServerStatus and MlflowAppStatus of the API
   * reference).
   */
  static State stateOf(String status) {
    return switch (status) {
      case "Created",
          "Updated",
          "Started",
          "MaintenanceComplete",
          "UpdateFailed",
          "StopFailed",
          "MaintenanceFailed",
          "DeleteFailed" ->
          State.RUNNING;
      case "Stopped", "StartFailed" -> State.STOPPED;
      case "Creating", "Updating", "Starting", "Stopping", "Deleting", "MaintenanceInProgress" ->
          State.CHANGING;
      case "CreateFailed", "Deleted" -> State.FAILED;
      default -> State.UNKNOWN;
    };
  }
}
