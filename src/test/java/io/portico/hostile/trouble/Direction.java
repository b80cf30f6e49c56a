package io.portico.hostile.trouble;

/** Which way bytes go through a line. */
enum Direction {
  /** From who connected to who listens. */
  UP,
  /** Back. */
  DOWN
}
