package io.portico.hostile.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.Eventually;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What clients in trouble cost a portal with a small heap. */
@Tag("hostile")
class ClientTroubleIT {
  private static final int MIB = 1024 * 1024;
  private static final int READERS = 400;

  /** How many exchanges one person may have under way, a quarter of all. */
  private static final int ROOM = 512;

  private static final int UPLOADS = 200;
  private static final int LEAVERS = 2_000;
  private static final int PACE = 50;
  private static final int QUOTA_MIB = 256;

  private static Path spool;
  private static TroubledPortal portal;

  @BeforeAll
  static void start() throws Exception {
    spool = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spool");
    portal =
        new TroubledPortal(
            "-Xmx256m",
            "-Dportico.mlflow.proxy.max-exchanges=" + 4 * ROOM,
            "-Dportico.mlflow.proxy.limits.person=1000000",
            "-Dportico.mlflow.proxy.spool-directory=" + spool,
            "-Dportico.mlflow.proxy.spool-quota=" + QUOTA_MIB + "M");
  }

  @AfterEach
  void recover() {
    portal.line().recover();
  }

  @AfterAll
  static void stop() throws IOException {
    portal.close();
    Files.delete(spool);
  }

  private static Frame frame() {
    return portal.frame("scientist", TroubledPortal.TROUBLED);
  }

  private static boolean hasBegun(RawHttp download) throws IOException {
    return new String(download.stream().readNBytes(12), UTF_8).equals("HTTP/1.1 200");
  }

  private static void warmUp() {
    for (int i = 0; i < 50; i++) {
      assertEquals(200, frame().status(Frame.file(8 * MIB)));
    }
  }

  /** Each reads the first byte of a gigabyte, and no more. */
  private static List<RawHttp> slowReaders() throws IOException {
    List<RawHttp> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(frame().open(i % 2 == 0 ? Frame.file(1 << 30) : Frame.chunkedFile(1 << 30)));
    }
    for (RawHttp reader : readers) {
      assertTrue(hasBegun(reader));
    }
    return readers;
  }

  /** Bytes that the portal still takes from the tracking server: none when all pipes are full. */
  private static void awaitStandstill() throws InterruptedException {
    long before = -1;
    while (before != portal.line().carried(Direction.DOWN)) {
      before = portal.line().carried(Direction.DOWN);
      Thread.sleep(1_000);
    }
  }

  @Test
  @Holds(Promise.SLOW_READERS_HOLD_LITTLE)
  void aSlowReaderHoldsLessThanAMebibyte() throws Exception {
    warmUp();
    long before = portal.demo().residentMiB();
    List<RawHttp> readers = slowReaders();
    awaitStandstill();
    long after = portal.demo().residentMiB();
    assertEquals(200, frame().status(Frame.file(8 * MIB)), "others read on");
    double each = (after - before) / (double) READERS;
    Reliability.note(
        "Readers of a gigabyte who stop after its first byte, at a heap of 256 MiB",
        "%d; resident memory %d MiB before, %d MiB with them, %.2f MiB for each"
            .formatted(READERS, before, after, each));
    for (RawHttp reader : readers) {
      reader.abort();
    }
    assertTrue(each < 1, () -> "%.2f MiB".formatted(each));
  }

  private static long spooled() {
    return portal.demo().openFiles(spool);
  }

  private static void assertQuotaIsWhole() throws IOException {
    int length = (QUOTA_MIB - 1) * MIB;
    try (RawHttp upload = frame().upload(length, length)) {
      assertEquals(200, upload.read().status(), "the quota is free again");
    }
  }

  @Test
  @Holds(Promise.ABANDONED_UPLOADS_LEAVE_NOTHING)
  void abandonedUploadsLeaveNoFileAndNoQuota() throws Exception {
    List<RawHttp> uploads = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      uploads.add(frame().upload(64L * MIB, MIB + i));
    }
    Eventually.equal((long) UPLOADS, ClientTroubleIT::spooled);
    for (int i = 0; i < UPLOADS; i++) {
      leave(uploads.get(i), i);
    }
    Eventually.equal(0L, ClientTroubleIT::spooled);
    assertQuotaIsWhole();
    Reliability.note(
        "Uploads abandoned halfway", "%d; no file and no quota left".formatted(UPLOADS));
  }

  @Test
  @Holds(Promise.ABANDONED_UPLOADS_LEAVE_NOTHING)
  void uploadsAbandonedBeforeTheirAnswerLeaveNothing() throws Exception {
    portal.line().be(Fault.silence());
    List<RawHttp> uploads = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      uploads.add(frame().upload(MIB, MIB));
    }
    Eventually.equal((long) UPLOADS, ClientTroubleIT::spooled);
    for (int i = 0; i < UPLOADS; i++) {
      leave(uploads.get(i), i);
    }
    Eventually.equal(0L, ClientTroubleIT::spooled);
    portal.line().recover();
    assertQuotaIsWhole();
    Reliability.note(
        "Uploads abandoned while the tracking server is silent",
        "%d; no file and no quota left".formatted(UPLOADS));
  }

  /** How many of as many downloads as there is room for begin, before their client leaves all. */
  private static int begunAndLeft(Frame leaver) {
    try {
      List<RawHttp> downloads = new ArrayList<>();
      for (int i = 0; i < ROOM; i++) {
        downloads.add(leaver.open(i % 2 == 0 ? Frame.file(MIB) : Frame.chunkedFile(MIB)));
      }
      int begun = 0;
      for (int i = 0; i < ROOM; i++) {
        begun += hasBegun(downloads.get(i)) ? 1 : 0;
      }
      for (int i = 0; i < ROOM; i++) {
        leave(downloads.get(i), i);
      }
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Holds(Promise.TROUBLE_STAYS_WITH_ITS_SERVER)
  void whoLeavesGivesTheRoomBack() {
    Frame leaver = portal.frame("leaver", TroubledPortal.TROUBLED);
    assertEquals(200, leaver.status(Frame.SEARCH));
    portal.line().be(Fault.after(Direction.DOWN, 100_000, Fault.silence()));
    assertEquals(ROOM, begunAndLeft(leaver));
    Eventually.equal(ROOM, () -> begunAndLeft(leaver));
    portal.line().recover();
    Reliability.note(
        "Clients that leave a download which stands still",
        "%,d; each gave its room back".formatted(2 * ROOM));
  }

  /** By a reset, by a close, or by half of one: it listens on, but there is nobody to answer. */
  private static void leave(RawHttp client, int number) throws IOException {
    switch (number % 3) {
      case 0 -> client.abort();
      case 1 -> client.close();
      default -> client.endOutput();
    }
  }

  /** A connection upstream whose last answer nobody wanted is the next one's. */
  @Test
  @Holds(Promise.TROUBLE_STAYS_WITH_ITS_SERVER)
  void whoLeavesBreaksOffNobodyElse() throws Exception {
    Asking change = () -> frame().post(Frame.LOG_METRIC, "{}");
    Pulse others = Pulse.of(PACE, Collections.nCopies(4, change).toArray(Asking[]::new));
    for (int i = 0; i < LEAVERS; i++) {
      RawHttp leaver = frame().open(Frame.file(MIB / 8 * (1 + i % 8)));
      assertTrue(hasBegun(leaver));
      leave(leaver, i);
    }
    Answers answers = others.end();
    Reliability.note(
        "Changes beside %,d clients that leave their downloads".formatted(LEAVERS), answers.text());
    assertEquals(0, answers.failed(), answers.statuses()::toString);
  }

  @Test
  @Holds(Promise.SLOW_READERS_HOLD_LITTLE)
  void aReaderOnAThinLineGetsItWhole() throws Exception {
    try (FaultProxy thin = new FaultProxy(portal.demo().port())) {
      thin.be(Fault.throttle(256 * 1024));
      RawHttp.Response whole = frame().by(thin).get(Frame.chunkedFile(MIB));
      assertTrue(whole.complete());
      assertEquals(MIB, whole.body().length);
    }
  }
}
