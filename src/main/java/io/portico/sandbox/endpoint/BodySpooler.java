package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Receives a body while hashing it. A signature covers the body's hash, so that nothing can be
 * passed on before the last byte is in; beyond {@link #MEMORY_LIMIT} it waits on disk.
 */
final class BodySpooler {

  /** In bytes; small, so that hundreds of uploads at once fit into a small heap. */
  static final int MEMORY_LIMIT = 64 * 1024;

  private final FileSystem files;
  private final Path directory;
  private final ReadStream<Buffer> source;
  private final MessageDigest digest = Sha256.digest();
  private final Promise<SpooledBody> received = Promise.promise();
  private Buffer memory = Buffer.buffer();
  private long length;
  private String path;
  private AsyncFile file;

  private BodySpooler(FileSystem files, Path directory, ReadStream<Buffer> source) {
    this.files = files;
    this.directory = directory;
    this.source = source;
  }

  /**
   * Reads the source to its end; when that fails, nothing is left behind.
   *
   * @param directory for the file of a long body
   */
  static Future<SpooledBody> receive(FileSystem files, Path directory, ReadStream<Buffer> source) {
    BodySpooler spooler = new BodySpooler(files, directory, source);
    source.exceptionHandler(spooler::abandon);
    // Chunks that a paused source held back still come after its failure.
    source.handler(chunk -> spooler.unlessAbandoned(() -> spooler.take(chunk)));
    source.endHandler(end -> spooler.unlessAbandoned(spooler::finish));
    return spooler.received.future();
  }

  private void unlessAbandoned(Runnable step) {
    if (!received.future().isComplete()) {
      step.run();
    }
  }

  private void take(Buffer chunk) {
    digest.update(chunk.getBytes());
    length += chunk.length();
    if (file != null) {
      write(chunk);
    } else {
      memory.appendBuffer(chunk);
      if (length > MEMORY_LIMIT) {
        spill();
      }
    }
  }

  private void spill() {
    source.pause();
    files
        .createTempFile(directory.toString(), "", ".body", "rw-------")
        .onSuccess(created -> path = created)
        .compose(created -> files.open(created, new OpenOptions().setRead(false)))
        .onSuccess(this::moveToFile)
        .onFailure(this::abandon);
  }

  private void moveToFile(AsyncFile opened) {
    file = opened;
    if (received.future().isComplete()) {
      discard();
      return;
    }
    file.exceptionHandler(this::abandon);
    write(memory);
    memory = Buffer.buffer();
    source.resume();
  }

  private void write(Buffer chunk) {
    file.write(chunk).onFailure(this::abandon);
    if (file.writeQueueFull()) {
      source.pause();
      file.drainHandler(drained -> source.resume());
    }
  }

  private void finish() {
    String sha256 = HexFormat.of().formatHex(digest.digest());
    Future<Void> written = file == null ? Future.succeededFuture() : file.end();
    written
        .map(new SpooledBody(length, sha256, memory, Optional.ofNullable(path), files))
        .onSuccess(received::tryComplete)
        .onFailure(this::abandon);
  }

  private void abandon(Throwable cause) {
    if (received.tryFail(cause)) {
      discard();
    }
  }

  private void discard() {
    Future<Void> closed = file == null ? Future.succeededFuture() : file.close();
    if (path != null) {
      closed.onComplete(done -> files.delete(path));
    }
  }
}
