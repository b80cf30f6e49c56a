package io.portico.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.deploy.configuration.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The actions of IAM that a level takes on a tracking server. */
final class MlflowActions {
  private static final String TABLE = "mlflow-actions.txt";

  /**
   * A line of the table.
   *
   * @param name without {@code sagemaker-mlflow:}
   */
  record Action(Level level, String name, String method, String path) {
    private static Action of(String line) {
      String[] words = line.split(" +");
      return new Action(
          Level.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], words[2], words[3]);
    }
  }

  private MlflowActions() {}

  static List<String> of(Level level) {
    return table().stream()
        .filter(action -> level.held().contains(action.level))
        .map(action -> "sagemaker-mlflow:" + action.name)
        .toList();
  }

  static List<Action> table() {
    try (InputStream table = MlflowActions.class.getResourceAsStream(TABLE)) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Action::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
