package io.portico.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Requests that take turns, so that work is spread over people or tracking servers. */
record Turns(List<Turn> turns) {
  private static final Path FILE = Path.of("target/growth-turns");

  /**
   * One request.
   *
   * @param path with its query
   * @param header the line that says who sends it
   */
  record Turn(String path, String header) {}

  /** Many people in the frame of one server; their names begin alike. */
  static Turns ofPeople(GrowthPortal portal, String begin, int people) {
    return new Turns(
        IntStream.rangeClosed(1, people)
            .mapToObj(person -> portal.inFrame(begin + person, "s1"))
            .toList());
  }

  /** One program on all servers. */
  static Turns ofServers(GrowthPortal portal) {
    String authorization = "Authorization: Bearer " + portal.tokenOfAll();
    return new Turns(
        portal.servers().stream()
            .map(server -> new Turn(portal.programPath(server), authorization))
            .toList());
  }

  /** To the file that turns.lua reads. */
  void write() {
    try {
      Files.write(FILE, turns.stream().map(turn -> turn.path + "\t" + turn.header).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
