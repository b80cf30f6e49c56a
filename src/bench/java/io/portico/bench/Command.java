package io.portico.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Another program, run to its end. */
final class Command {
  private Command() {}

  /** Its output; fails with it unless the program ended well. */
  static String output(List<String> words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + "\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("Is it installed? " + words.get(0), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> words(List<String> first, List<String> more, String... last) {
    return Stream.of(first, more, Arrays.asList(last)).flatMap(List::stream).toList();
  }

  /** What the pattern's first group finds in a program's output. */
  static String find(String pattern, String output) {
    Matcher found = Pattern.compile(pattern).matcher(output);
    if (!found.find()) {
      throw new IllegalStateException("No " + pattern + " in\n" + output);
    }
    return found.group(1);
  }
}
