package io.portico.mlflow.proxy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A file whose writes take their time; what it is asked besides is done at once. */
@QuarkusTest
class SpoolFileTest {
  @Inject ProxyConfig config;

  private final Queue<Promise<Void>> writes = new ArrayDeque<>();

  private AsyncFile slowFile() {
    return (AsyncFile)
        Proxy.newProxyInstance(
            AsyncFile.class.getClassLoader(),
            new Class<?>[] {AsyncFile.class},
            (proxy, method, arguments) ->
                method.getName().equals("write") ? slowWrite() : Future.succeededFuture());
  }

  private Future<Void> slowWrite() {
    Promise<Void> write = Promise.promise();
    writes.add(write);
    return write.future();
  }

  /** Read before that it is shorter than was announced, and the tracking server waits for ever. */
  @Test
  void itIsWrittenWhenTheLastWriteHasEnded() {
    SpoolFile file = new SpoolFile(slowFile(), new AtomicLong(), config);
    file.write(Buffer.buffer("first"));
    file.write(Buffer.buffer("second"));
    Future<Void> written = file.written();
    assertFalse(written.isComplete());
    writes.remove().complete();
    assertFalse(written.isComplete());
    writes.remove().complete();
    assertTrue(written.succeeded());
  }

  @Test
  void itIsNotWrittenWhenAWriteFails() {
    SpoolFile file = new SpoolFile(slowFile(), new AtomicLong(), config);
    file.write(Buffer.buffer("first"));
    file.write(Buffer.buffer("second"));
    writes.remove().fail("no space left");
    writes.remove().complete();
    assertTrue(file.written().failed());
  }
}
