package io.portico.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A gigabyte up and down again through a portal, its sandbox included, with a small heap. */
@Tag("hostile")
class LargeTransferIT {
  private static final long MIB = 1024L * 1024;
  private static final long GIB = 1024 * MIB;
  private static final long WARM_UP = 64 * MIB;

  @Test
  @Holds(Promise.GIGABYTES_IN_SMALL_HEAPS)
  void aGigabyteArrivesWholeBothWays() throws Exception {
    try (PackagedDemo demo = PackagedDemo.start("-Xmx256m")) {
      LargeArtifact artifact = new LargeArtifact(demo.frameCookie("scientist", "churn"));
      // Classes are loaded and compiled by then: what grows after it, grows with the body.
      assertEquals(artifact.upload(WARM_UP), download(artifact));
      long before = demo.residentMiB();
      String sent = artifact.upload(GIB);
      long afterUpload = demo.residentMiB();
      assertEquals(sent, download(artifact));
      long afterDownload = demo.residentMiB();
      Reliability.note(
          "A gigabyte up and down again at a heap of 256 MiB",
          "SHA-256 equal; resident memory %d MiB before, %d MiB after the upload, %d MiB at the end"
              .formatted(before, afterUpload, afterDownload));
      assertTrue(Math.max(afterUpload, afterDownload) < before + 128);
    }
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertEquals(0, left.filter(file -> file.toString().endsWith(".body")).count());
    }
  }

  private static String download(LargeArtifact artifact) throws Exception {
    return artifact.download(OutputStream.nullOutputStream());
  }
}
