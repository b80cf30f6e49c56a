package io.portico.mlflow.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portico.mlflow.AccessLevel;
import io.portico.portal.PortalSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a grant as text that only the portal can make: {@code base64url(grant).base64url(HMAC)}. A
 * ticket is sealed with another key than a session, so neither passes for the other. Made when it
 * is first used, after the start has looked whether there is a secret.
 */
@ApplicationScoped
public class FrameSeal {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final int MAX_LENGTH = 4_096;

  private final SecretKeySpec ticketKey;
  private final SecretKeySpec sessionKey;

  FrameSeal(PortalSecret secret) {
    ticketKey = secret.keyFor("frame ticket");
    sessionKey = secret.keyFor("frame session");
  }

  String ticket(FrameGrant grant) {
    return seal(grant, ticketKey);
  }

  String session(FrameGrant grant) {
    return seal(grant, sessionKey);
  }

  /** Empty unless the portal sealed it as a ticket; it may have expired or been spent. */
  Optional<FrameGrant> openTicket(String text) {
    return open(text, ticketKey);
  }

  /** Empty unless the portal sealed it as a session; it may have expired. */
  Optional<FrameGrant> openSession(String text) {
    return open(text, sessionKey);
  }

  private static String seal(FrameGrant grant, SecretKeySpec key) {
    return sealed(write(grant), key);
  }

  private static String sealed(byte[] bytes, SecretKeySpec key) {
    return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(hmac(key, bytes));
  }

  private static Optional<FrameGrant> open(String text, SecretKeySpec key) {
    int dot = text == null || text.length() > MAX_LENGTH ? -1 : text.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = DECODER.decode(text.substring(0, dot));
      // Compared as it is written: Base64 has more than one spelling for the same bytes.
      return MessageDigest.isEqual(text.getBytes(UTF_8), sealed(bytes, key).getBytes(UTF_8))
          ? Optional.of(read(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException | UncheckedIOException notOfThisVersion) {
      return Optional.empty();
    }
  }

  private static byte[] write(FrameGrant grant) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(grant.id());
      out.writeUTF(grant.server());
      out.writeUTF(grant.level().name());
      out.writeUTF(grant.subject());
      out.writeUTF(grant.name());
      out.writeUTF(grant.session());
      out.writeLong(grant.expires().getEpochSecond());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Only for bytes whose HMAC held: they are ours, so they can be read. */
  private static FrameGrant read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new FrameGrant(
          in.readUTF(),
          in.readUTF(),
          AccessLevel.valueOf(in.readUTF()),
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          Instant.ofEpochSecond(in.readLong()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + key.getAlgorithm(), e);
    }
  }
}
