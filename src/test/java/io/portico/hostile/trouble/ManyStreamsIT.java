package io.portico.hostile.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.portico.promises.Holds;
import io.portico.promises.Promise;
import io.portico.promises.Reliability;
import io.portico.testsupport.RawHttp;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand downloads that are all under way before the first one ends. */
@Tag("hostile")
class ManyStreamsIT {
  private static final int STREAMS = 1_000;
  private static final int PEOPLE = 20;
  private static final String BEGIN = "HTTP/1.1 200";
  private static final long LENGTH = 1024 * 1024;

  private static void assertBegun(RawHttp stream) throws IOException {
    stream.stream().mark(BEGIN.length());
    assertEquals(BEGIN, new String(stream.stream().readNBytes(BEGIN.length()), UTF_8));
    stream.stream().reset();
  }

  private static void assertWhole(RawHttp.Response response) throws NoSuchAlgorithmException {
    assertEquals(200, response.status());
    assertTrue(response.complete());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(response.body());
    assertEquals(FileServer.sha256(LENGTH), HexFormat.of().formatHex(digest));
  }

  @Test
  @Holds(Promise.MANY_STREAMS)
  void aThousandStreamsAtOnceArriveWhole() throws Exception {
    try (TroubledPortal portal = new TroubledPortal()) {
      for (int i = 0; i < PEOPLE; i++) {
        assertEquals(
            200, portal.frame("person-" + i, TroubledPortal.TROUBLED).status(Frame.SEARCH));
      }
      portal.line().be(Fault.after(Direction.DOWN, LENGTH / 10, Fault.silence()));
      List<RawHttp> streams = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        Frame frame = portal.frame("person-" + i % PEOPLE, TroubledPortal.TROUBLED);
        streams.add(frame.open(i % 2 == 0 ? Frame.file(LENGTH) : Frame.chunkedFile(LENGTH)));
      }
      for (RawHttp stream : streams) {
        assertBegun(stream);
      }
      assertEquals(STREAMS, portal.line().connections(), "all at once");
      portal.line().recover();
      for (RawHttp stream : streams) {
        assertWhole(stream.read());
        stream.close();
      }
      Reliability.note(
          "Downloads that are all under way at once",
          "%,d, all 200 and whole; resident memory %d MiB"
              .formatted(STREAMS, portal.demo().residentMiB()));
    }
  }
}
