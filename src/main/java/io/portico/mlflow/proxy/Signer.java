package io.portico.mlflow.proxy;

import io.portico.aws.CredentialScope;
import io.portico.aws.Credentials;
import io.portico.aws.CredentialsSource;
import io.portico.aws.RoleSession;
import io.portico.aws.SigV4Signer;
import io.portico.aws.UnsignedRequest;
import io.portico.mlflow.ServerAccess;
import io.portico.mlflow.TrackingServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the headers of an upstream request: those let through, ours, and the signature last. */
@Singleton
public class Signer {
  private final CredentialsSource credentials;
  private final Map<CredentialScope, SigV4Signer> signers = new ConcurrentHashMap<>();

  Signer(CredentialsSource credentials) {
    this.credentials = credentials;
  }

  /** The credentials that the person's requests to a server are signed with. */
  CompletionStage<Credentials> credentialsFor(ServerAccess access, String subject) {
    String region = access.server().arn().region();
    return access
        .server()
        .roleFor(access.level())
        .map(role -> credentials.of(RoleSession.of(role, region, subject)))
        .orElseGet(credentials::own);
  }

  /** All headers to send but the framing. */
  List<Map.Entry<String, String>> headers(UpstreamRequest request, Body body, Credentials with) {
    TrackingServer server = request.server();
    List<Map.Entry<String, String>> headers = new ArrayList<>(request.headers());
    headers.add(Map.entry("host", authority(server.endpoint())));
    headers.add(Map.entry(server.arn().kind().arnHeader(), server.arn().toString()));
    return signerFor(server)
        .sign(
            new UnsignedRequest(
                request.method().name(),
                request.target().path(),
                request.target().query(),
                headers,
                body.hash()),
            with,
            Instant.now());
  }

  private SigV4Signer signerFor(TrackingServer server) {
    return signers.computeIfAbsent(
        new CredentialScope(server.arn().region(), server.arn().kind().signingName()),
        SigV4Signer::new);
  }

  private static String authority(URI endpoint) {
    return endpoint.getPort() < 0
        ? endpoint.getHost()
        : endpoint.getHost() + ":" + endpoint.getPort();
  }
}
