package io.portico.mlflow.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.WriteStream;
import java.util.concurrent.atomic.AtomicLong;

/** A file that one request body is written to, hashed and counted on the way. */
final class SpoolFile implements WriteStream<Buffer> {
  private final AsyncFile file;
  private final AtomicLong spooledByAll;
  private final long quota;
  private final long limit;
  private final PayloadHash hash = new PayloadHash();
  private Future<Void> written = Future.succeededFuture();
  private long length;
  private boolean discarded;

  SpoolFile(AsyncFile file, AtomicLong spooledByAll, ProxyConfig config) {
    this.file = file;
    this.spooledByAll = spooledByAll;
    this.quota = config.spoolQuota().asLongValue();
    this.limit = config.maxBody().asLongValue();
  }

  @Override
  public Future<Void> write(Buffer chunk) {
    if (discarded) {
      return Future.succeededFuture();
    }
    length += chunk.length();
    if (spooledByAll.addAndGet(chunk.length()) > quota) {
      return Future.failedFuture(Refusal.spoolFull());
    }
    if (length > limit) {
      return Future.failedFuture(Refusal.bodyTooLarge(limit));
    }
    hash.update(chunk);
    Future<Void> write = file.write(chunk);
    written = written.compose(before -> write);
    return write;
  }

  /** What was received, when all of it is written. */
  Body body() {
    return new Body.InFile(file, length, hash.hex(), this::giveBack);
  }

  /** Drops what was received of a body that did not come to its end. */
  void discard() {
    discarded = true;
    file.close();
    giveBack();
  }

  private void giveBack() {
    spooledByAll.addAndGet(-length);
  }

  /** All that was received is in the file. Its flush does not wait for writes under way. */
  Future<Void> written() {
    return written;
  }

  @Override
  public void write(Buffer chunk, Handler<AsyncResult<Void>> handler) {
    write(chunk).onComplete(handler);
  }

  @Override
  public void end(Handler<AsyncResult<Void>> handler) {
    written.onComplete(handler);
  }

  @Override
  public SpoolFile exceptionHandler(Handler<Throwable> handler) {
    if (!discarded) {
      file.exceptionHandler(handler);
    }
    return this;
  }

  @Override
  public SpoolFile setWriteQueueMaxSize(int maxSize) {
    if (!discarded) {
      file.setWriteQueueMaxSize(maxSize);
    }
    return this;
  }

  @Override
  public boolean writeQueueFull() {
    return !discarded && file.writeQueueFull();
  }

  @Override
  public SpoolFile drainHandler(Handler<Void> handler) {
    if (!discarded) {
      file.drainHandler(handler);
    }
    return this;
  }
}
