package io.portico.sandbox.mlflow.seed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A picture that can write itself as PNG. The JDK's own encoder would load a graphics system, which
 * a container need not have.
 */
final class PngImage {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte BITS_PER_CHANNEL = 8;
  private static final byte TRUE_COLOUR = 2;

  private final int width;
  private final int height;
  private final int[] pixels;

  PngImage(int width, int height, int paper) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, paper);
  }

  void fill(int left, int top, int columns, int rows, int colour) {
    for (int y = Math.max(top, 0); y < Math.min(top + rows, height); y++) {
      Arrays.fill(pixels, y * width + left, y * width + left + columns, colour);
    }
  }

  byte[] encoded() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(png)) {
      out.write(SIGNATURE);
      writeChunk(out, "IHDR", header());
      writeChunk(out, "IDAT", scanlines());
      writeChunk(out, "IEND", new byte[0]);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return png.toByteArray();
  }

  private byte[] header() {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put(BITS_PER_CHANNEL)
        .put(TRUE_COLOUR)
        .array();
  }

  private byte[] scanlines() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(compressed))) {
      for (int index = 0; index < pixels.length; index++) {
        if (index % width == 0) {
          out.writeByte(0);
        }
        out.writeByte(pixels[index] >> 16);
        out.writeShort(pixels[index]);
      }
    }
    return compressed.toByteArray();
  }

  private static void writeChunk(DataOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) checksum.getValue());
  }
}
