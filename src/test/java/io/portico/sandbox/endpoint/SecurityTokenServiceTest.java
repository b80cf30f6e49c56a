package io.portico.sandbox.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Roles are assumed as with STS, and what it issues opens the data plane until it expires. */
@Timeout(60)
class SecurityTokenServiceTest {

  private static final String ROLE = "arn:aws:iam::210987654321:role/team/portico-viewer";

  private EndpointFixture fixture;
  private StsClient sts;

  @BeforeEach
  void start() {
    fixture = new EndpointFixture();
    sts = client(EndpointFixture.LONG_TERM);
  }

  @AfterEach
  void stop() {
    sts.close();
    fixture.close();
  }

  @Test
  void assumesARole() {
    AssumeRoleResponse response = sts.assumeRole(SecurityTokenServiceTest::ada);

    assertEquals(
        "arn:aws:sts::210987654321:assumed-role/portico-viewer/ada",
        response.assumedRoleUser().arn());
    assertEquals("ada@example.org", response.sourceIdentity());
    assertTrue(response.credentials().accessKeyId().matches("ASIA[A-Z2-7]{16}"));
    assertEquals(
        900,
        Duration.between(fixture.clock.instant(), response.credentials().expiration()).toSeconds(),
        30);
  }

  @Test
  void everySessionHasKeysOfItsOwn() {
    Credentials one = sts.assumeRole(SecurityTokenServiceTest::ada).credentials();
    Credentials two = sts.assumeRole(SecurityTokenServiceTest::ada).credentials();

    assertNotEquals(one.accessKeyId(), two.accessKeyId());
    assertNotEquals(one.secretAccessKey(), two.secretAccessKey());
    assertNotEquals(one.sessionToken(), two.sessionToken());
  }

  @Test
  void tellsWhoIsCalling() {
    GetCallerIdentityResponse longTerm = sts.getCallerIdentity();
    assertEquals("arn:aws:iam::123456789012:user/portico", longTerm.arn());
    assertEquals("123456789012", longTerm.account());

    try (StsClient assumed = client(session())) {
      GetCallerIdentityResponse temporary = assumed.getCallerIdentity();
      assertEquals("arn:aws:sts::210987654321:assumed-role/portico-viewer/ada", temporary.arn());
      assertEquals("210987654321", temporary.account());
      assertTrue(temporary.userId().endsWith(":ada"));
    }
  }

  @Test
  void temporaryCredentialsOpenTheDataPlaneInThePersonsName() throws Exception {
    HttpResponse<String> response =
        fixture.call(session(), "GET", "/version", SandboxAccount.CHURN, "");

    assertEquals(201, response.statusCode(), response.body());
    Journal.Entry entry = last();
    assertTrue(entry.accepted());
    assertEquals(Optional.of("ada"), entry.identity().orElseThrow().roleSessionName());
    assertEquals(Optional.of("ada@example.org"), entry.identity().orElseThrow().sourceIdentity());
  }

  @Test
  void temporaryCredentialsExpire() throws Exception {
    AwsSessionCredentials session = session();
    fixture.clock.forward(Duration.ofSeconds(901));

    HttpResponse<String> response =
        fixture.call(session, "GET", "/version", SandboxAccount.CHURN, "");

    assertEquals(403, response.statusCode());
    assertEquals(
        "ExpiredTokenException", response.headers().firstValue("x-amzn-ErrorType").orElseThrow());
  }

  @Test
  void aForeignTokenIsRefused() throws Exception {
    AwsSessionCredentials one = session();
    AwsSessionCredentials mixed =
        AwsSessionCredentials.create(
            one.accessKeyId(), one.secretAccessKey(), session().sessionToken());

    HttpResponse<String> response =
        fixture.call(mixed, "GET", "/version", SandboxAccount.CHURN, "");

    assertEquals(403, response.statusCode());
    assertEquals(
        "UnrecognizedClientException",
        response.headers().firstValue("x-amzn-ErrorType").orElseThrow());
  }

  @Test
  void aSourceIdentityStaysThroughAFurtherRole() {
    try (StsClient assumed = client(session())) {
      assertEquals(
          "ada@example.org",
          assumed.assumeRole(r -> r.roleArn(ROLE).roleSessionName("next")).sourceIdentity());
    }
  }

  @ParameterizedTest
  @MethodSource
  void requestsThatStsWouldRefuse(Consumer<AssumeRoleRequest.Builder> fault) {
    StsException refused =
        assertThrows(StsException.class, () -> sts.assumeRole(r -> fault.accept(ada(r))));

    assertEquals("ValidationError", refused.awsErrorDetails().errorCode());
    assertEquals(400, refused.statusCode());
  }

  static Stream<Consumer<AssumeRoleRequest.Builder>> requestsThatStsWouldRefuse() {
    return Stream.of(
        r -> r.roleArn(null),
        r -> r.roleArn("arn:aws:iam::210987654321:user/portico"),
        r -> r.roleArn("arn:aws:iam::2109:role/portico"),
        r -> r.roleSessionName(null),
        r -> r.roleSessionName("a"),
        r -> r.roleSessionName("a".repeat(65)),
        r -> r.roleSessionName("ada lovelace"),
        r -> r.roleSessionName("ada/lovelace"),
        r -> r.roleSessionName("ädä"),
        r -> r.sourceIdentity("x"),
        r -> r.sourceIdentity("ada\nlovelace"),
        r -> r.sourceIdentity("a".repeat(65)),
        r -> r.durationSeconds(899),
        r -> r.durationSeconds(43_201),
        r -> r.durationSeconds(-900));
  }

  @Test
  void aChainedRoleLastsAnHourAtMost() {
    sts.assumeRole(r -> ada(r).durationSeconds(43_200));
    try (StsClient assumed = client(session())) {
      assertThrows(
          StsException.class, () -> assumed.assumeRole(r -> ada(r).durationSeconds(3_601)));
    }
  }

  @Test
  void refusalsAreWrittenInStsOwnWords() {
    try (StsClient stranger =
        client(AwsSessionCredentials.create(SandboxAccount.ACCESS_KEY_ID, "guess", "token"))) {
      StsException refused = assertThrows(StsException.class, stranger::getCallerIdentity);

      assertEquals("InvalidClientTokenId", refused.awsErrorDetails().errorCode());
      assertEquals(403, refused.statusCode());
    }
  }

  @Test
  void otherActionsAreInvalid() {
    StsException refused = assertThrows(StsException.class, () -> sts.getSessionToken());

    assertEquals("InvalidAction", refused.awsErrorDetails().errorCode());
  }

  @Test
  void noSecretReachesTheJournal() throws Exception {
    AwsSessionCredentials session = session();
    fixture.call(session, "GET", "/version", SandboxAccount.CHURN, "");
    fixture.call(
        AwsSessionCredentials.create(session.accessKeyId(), "guess", session.sessionToken()),
        "GET",
        "/?X-Amz-Security-Token=" + "hunter2",
        SandboxAccount.CHURN,
        "");

    String journal = fixture.endpoint.journal().entries().toString();

    assertFalse(journal.contains(session.sessionToken()));
    assertFalse(journal.contains(session.secretAccessKey()));
    assertFalse(journal.contains("hunter2"));
    assertTrue(journal.contains(session.accessKeyId()));
  }

  private static AssumeRoleRequest.Builder ada(AssumeRoleRequest.Builder request) {
    return request
        .roleArn(ROLE)
        .roleSessionName("ada")
        .sourceIdentity("ada@example.org")
        .durationSeconds(900);
  }

  private AwsSessionCredentials session() {
    Credentials issued = sts.assumeRole(SecurityTokenServiceTest::ada).credentials();
    return AwsSessionCredentials.create(
        issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
  }

  private Journal.Entry last() {
    return fixture
        .endpoint
        .journal()
        .entries()
        .get(fixture.endpoint.journal().entries().size() - 1);
  }

  private StsClient client(AwsCredentials credentials) {
    return StsClient.builder()
        .endpointOverride(fixture.endpoint.uri())
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
