package io.portico.mlflow.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Our own script and stylesheet on the MLflow origin; they hold nothing that is secret. */
enum FrameAsset {
  SCRIPT("frame.js", "text/javascript;charset=UTF-8"),
  STYLE("frame.css", "text/css;charset=UTF-8");

  private static final int VERSION_BYTES = 8;

  private final String path;
  private final String type;
  private final String text;
  private final String version;

  FrameAsset(String name, String type) {
    this.type = type;
    path = UiLane.OWN + "/" + name;
    byte[] content = load(name);
    text = new String(content, StandardCharsets.UTF_8);
    version = HexFormat.of().formatHex(sha256(content), 0, VERSION_BYTES);
  }

  private static byte[] load(String name) {
    try (InputStream file = FrameAsset.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<FrameAsset> at(String path) {
    return Arrays.stream(values()).filter(asset -> asset.path.equals(path)).findFirst();
  }

  /** Below a server's name; another whenever the content is. */
  String address() {
    return path + "?v=" + version;
  }

  String type() {
    return type;
  }

  String text() {
    return text;
  }

  /** A page of another release may ask for another version, and gets this one, for once. */
  String cacheControl(Optional<String> asked) {
    return asked.filter(version::equals).isPresent() ? ResponseHeaders.FOREVER : "no-cache";
  }
}
