package io.portico.deploy.configuration;

import java.util.Map;

/**
 * How much of it runs.
 *
 * @param cpu of a task, in 1,024ths of a processor
 * @param memory of a task, in MiB
 * @param spool room for uploads on their way, of a task, in GiB
 * @param requests a minute that one task is to take before another is started
 */
public record Size(
    int cpu, int memory, int minTasks, int maxTasks, int spool, int requests, String architecture) {
  /** What Fargate sells: for each size of processor the least and most memory, and the step. */
  private static final Map<Integer, int[]> FARGATE =
      Map.of(
          1024, new int[] {2048, 8192, 1024},
          2048, new int[] {4096, 16384, 1024},
          4096, new int[] {8192, 30720, 1024},
          8192, new int[] {16384, 61440, 4096});

  static Size read(Section section) {
    Section tasks = section.section("tasks");
    Size size =
        new Size(
            section.number("cpu", 1024, 1024, 8192),
            section.number("memory", 2048, 2048, 61440),
            tasks.number("min", 2, 2, 100),
            tasks.number("max", 6, 2, 100),
            section.number("spool", 20, 11, 150),
            section.number("requests-a-minute", 3000, 10, 10_000_000),
            section.text("architecture", Form.ARCHITECTURE).orElse("x86_64"));
    if (size.maxTasks < size.minTasks) {
      tasks.mistake("max", "must not be less than min");
    }
    size.checkMemory(section);
    return size;
  }

  private void checkMemory(Section section) {
    int[] memories = FARGATE.get(cpu);
    if (memories == null) {
      section.mistake("cpu", "Fargate has 1024, 2048, 4096 and 8192");
    } else if (memory < memories[0] || memory > memories[1] || memory % memories[2] != 0) {
      section.mistake(
          "memory",
          "with cpu %d Fargate has %d to %d in steps of %d"
              .formatted(cpu, memories[0], memories[1], memories[2]));
    }
  }
}
