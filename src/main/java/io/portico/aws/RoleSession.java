package io.portico.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A role assumed for one person.
 *
 * @param name STS's RoleSessionName and SourceIdentity, as CloudTrail will show it
 */
public record RoleSession(String roleArn, String region, String name) {
  private static final Pattern ALLOWED = Pattern.compile("[\\w+,.@-][\\w+=,.@-]{1,63}");
  private static final int KEPT = 28;

  public static RoleSession of(String roleArn, String region, String subject) {
    return new RoleSession(roleArn, region, nameOf(subject));
  }

  /**
   * STS takes 2 to 64 characters of {@code [\w+=,.@-]}. A subject that fits stands for itself; any
   * other is told apart by its hash, behind a {@code =} with which no fitting one begins.
   */
  static String nameOf(String subject) {
    if (ALLOWED.matcher(subject).matches()) {
      return subject;
    }
    String readable = subject.replaceAll("[^\\w+,.@-]", "_");
    return "="
        + readable.substring(0, Math.min(KEPT, readable.length()))
        + "="
        + HexFormat.of().formatHex(sha256(subject), 0, 16);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
