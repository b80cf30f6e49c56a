package io.portico.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The messages of one log category, as long as it is open. */
public final class LogLines extends Handler implements AutoCloseable {
  private final Logger category;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  public LogLines(String category) {
    this.category = Logger.getLogger(category);
    this.category.addHandler(this);
  }

  public List<String> all() {
    return lines;
  }

  public boolean contain(String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line.getMessage());
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    category.removeHandler(this);
  }
}
