package io.portico.mlflow.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpClientRequest;

/**
 * A request body that was received whole: its length and hash are known, so it can be signed and
 * sent with a Content-Length.
 */
interface Body {
  Body EMPTY = new InMemory(Buffer.buffer(), PayloadHash.ofNothing());

  /** In bytes. */
  long length();

  /** SHA-256 in lower-case hexadecimal. */
  String hash();

  /** Writes the body and ends the request. */
  Future<Void> sendTo(HttpClientRequest upstream);

  /** Gives back what the body held; to be called once. */
  void release();

  /** A small body. */
  record InMemory(Buffer bytes, String hash) implements Body {
    @Override
    public long length() {
      return bytes.length();
    }

    @Override
    public Future<Void> sendTo(HttpClientRequest upstream) {
      // An empty buffer would announce a length, which not every GET bears.
      return bytes.length() == 0 ? upstream.end() : upstream.end(bytes);
    }

    @Override
    public void release() {
      // The garbage collector does.
    }
  }

  /** A large one, in a file that vanishes when it is closed. */
  final class InFile implements Body {
    private final AsyncFile file;
    private final long length;
    private final String hash;
    private final Runnable whenReleased;
    private HttpClientRequest unfinished;

    InFile(AsyncFile file, long length, String hash, Runnable whenReleased) {
      this.file = file;
      this.length = length;
      this.hash = hash;
      this.whenReleased = whenReleased;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public String hash() {
      return hash;
    }

    @Override
    public Future<Void> sendTo(HttpClientRequest upstream) {
      unfinished = upstream;
      file.setReadPos(0);
      return file.pipe()
          .endOnComplete(false)
          .to(upstream)
          .compose(written -> upstream.end())
          .onSuccess(sent -> unfinished = null);
    }

    @Override
    public void release() {
      if (unfinished != null) {
        // Answered before all of it was sent: the connection is of no use to anybody else.
        unfinished.reset();
      }
      file.close();
      whenReleased.run();
    }
  }
}
