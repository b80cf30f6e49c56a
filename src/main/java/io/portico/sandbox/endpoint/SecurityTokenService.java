package io.portico.sandbox.endpoint;

import io.portico.sandbox.sigv4.AccessKey;
import io.portico.sandbox.sigv4.AccessKey.Session;
import io.portico.sandbox.sigv4.Identity;
import io.portico.sandbox.sigv4.RequestHead;
import io.portico.sandbox.sigv4.SigningRule;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** STS, as far as a portal uses it, in the query protocol. */
final class SecurityTokenService implements ControlPlane {

  private static final String VERSION = "2011-06-15";
  private static final String ROLE_ID = "AROAPORTICOSANDBOX";
  private static final String USER_ID = "AIDAPORTICOSANDBOX";

  private final AccessKeys accessKeys;

  SecurityTokenService(AccessKeys accessKeys) {
    this.accessKeys = accessKeys;
  }

  @Override
  public boolean recognises(RequestHead head) {
    return head.method().equals("POST")
        && head.path().equals("/")
        && head.headers().values("content-type").stream()
            .anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"));
  }

  @Override
  public SigningRule rule(RequestHead head) {
    return SigningRule.forService("sts");
  }

  @Override
  public ErrorFormat errors() {
    return ErrorFormat.QUERY;
  }

  @Override
  public AwsReply reply(RequestHead head, Identity identity, String body) {
    return FormParameters.parse(body)
        .map(parameters -> reply(parameters, identity))
        .orElseGet(() -> error("MalformedQueryString", "The form is not correctly encoded."));
  }

  private AwsReply reply(FormParameters parameters, Identity caller) {
    String action = parameters.get("Action").orElse("");
    if (!parameters.get("Version").filter(VERSION::equals).isPresent()) {
      return error("InvalidAction", "Version must be " + VERSION + ".");
    }
    return switch (action) {
      case "AssumeRole" -> assumeRole(AssumeRoleRequest.of(parameters), caller);
      case "GetCallerIdentity" -> callerIdentity(caller);
      default -> error("InvalidAction", "The sandbox has no action '" + action + "'.");
    };
  }

  private AwsReply assumeRole(AssumeRoleRequest request, Identity caller) {
    Optional<String> fault = request.fault(caller);
    if (fault.isPresent()) {
      return error("ValidationError", fault.get());
    }
    AccessKey key =
        accessKeys.issue(
            request.assumedRoleArn(),
            request.roleSessionName(),
            // Once set, a source identity stays through every further role.
            caller.sourceIdentity().or(request::sourceIdentity),
            request.duration());
    return AwsReply.xml(response("AssumeRole", assumedRole(key)));
  }

  private static String assumedRole(AccessKey key) {
    Identity identity = key.identity();
    Session session = key.session().orElseThrow();
    return """
        %s<AssumedRoleUser>
          <AssumedRoleId>%s:%s</AssumedRoleId>
          <Arn>%s</Arn>
        </AssumedRoleUser>
        <Credentials>
          <AccessKeyId>%s</AccessKeyId>
          <SecretAccessKey>%s</SecretAccessKey>
          <SessionToken>%s</SessionToken>
          <Expiration>%s</Expiration>
        </Credentials>
        """
        .formatted(
            identity
                .sourceIdentity()
                .map("<SourceIdentity>%s</SourceIdentity>\n"::formatted)
                .orElse(""),
            ROLE_ID,
            identity.roleSessionName().orElseThrow(),
            identity.arn(),
            identity.accessKeyId(),
            key.secret(),
            session.token(),
            session.expiry().truncatedTo(ChronoUnit.SECONDS));
  }

  private static AwsReply callerIdentity(Identity caller) {
    String userId = caller.roleSessionName().map(name -> ROLE_ID + ":" + name).orElse(USER_ID);
    String result =
        """
        <UserId>%s</UserId>
        <Account>%s</Account>
        <Arn>%s</Arn>
        """
            .formatted(userId, caller.arn().split(":")[4], caller.arn());
    return AwsReply.xml(response("GetCallerIdentity", result));
  }

  private static String response(String action, String result) {
    return """
        <%1$sResponse xmlns="https://sts.amazonaws.com/doc/%2$s/">
          <%1$sResult>
            %3$s
          </%1$sResult>
          <ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata>
        </%1$sResponse>
        """
        .formatted(action, VERSION, result.strip(), UUID.randomUUID());
  }

  private AwsReply error(String code, String message) {
    return errors().reply(new AwsError(400, code, message));
  }
}
