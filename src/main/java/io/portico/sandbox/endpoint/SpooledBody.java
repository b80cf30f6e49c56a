package io.portico.sandbox.endpoint;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClientRequest;
import java.util.Optional;

/**
 * A request body that has arrived whole: short ones in memory, others in a temporary file.
 *
 * @param length in bytes
 * @param sha256 lower-case hex
 * @param memory the body, empty when it is in the file
 * @param file the temporary file's path, when there is one
 */
record SpooledBody(
    long length, String sha256, Buffer memory, Optional<String> file, FileSystem files) {

  /** The whole body; for short ones only. */
  Future<Buffer> bytes() {
    return file.map(files::readFile).orElseGet(() -> Future.succeededFuture(memory));
  }

  /** Sends the body and ends the request. */
  Future<Void> sendTo(HttpClientRequest request) {
    return file.map(
            path ->
                files
                    .open(path, new OpenOptions().setWrite(false).setCreate(false))
                    .compose(open -> open.pipeTo(request).eventually(() -> open.close())))
        .orElseGet(() -> request.end(memory));
  }

  /** Removes the temporary file, if there is one. */
  Future<Void> close() {
    return file.map(files::delete).orElseGet(Future::succeededFuture);
  }
}
