package io.portico.deploy.configuration;

import java.util.regex.Pattern;

/** How a text must look, and what to say of one that does not. */
enum Form {
  /** No control characters: nothing of it can begin a line of its own anywhere. */
  LINE(
      "(?!.*\\$\\{)[^\\p{Cntrl}]{1,512}",
      "write one line of text, 512 characters at most, without ${, which would be replaced"),
  NAME("[a-z][a-z0-9-]{1,30}", "write 2 to 31 lower-case letters, digits and hyphens"),
  REGION("[a-z]{2}(-[a-z]+)+-\\d", "write an AWS region such as eu-west-1"),
  HOST(
      "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]",
      "write a host name in lower case such as portal.example.com, without https:// and without a"
          + " port"),
  ORIGIN(
      "https://[a-z0-9.-]+(:\\d{1,5})?",
      "write an origin such as https://intranet.example.com, without a path"),
  ISSUER(
      "https://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~%/-]*)?",
      "write the issuer's https:// URL, without a query"),
  COLLECTOR(
      "https?://[A-Za-z0-9.-]+:\\d{1,5}",
      "write the OTLP (gRPC) address with its port, such as http://collector.example.com:4317"),
  CERTIFICATE(
      Arn.beginning("acm") + "certificate/[0-9a-f-]{36}", "write the ARN of an ACM certificate"),
  SECRET(
      Arn.beginning("secretsmanager") + "secret:[\\w/+=.@-]+-\\w{6}",
      "write the whole ARN of a secret, with the six characters that AWS adds to its name"),
  TOPIC(Arn.beginning("sns") + "[\\w-]{1,256}", "write the ARN of an SNS topic"),
  WEB_ACL(
      "arn:aws:wafv2:us-east-1:\\d{12}:global/webacl/[\\w-]+/[0-9a-f-]{36}",
      "write the ARN of a web ACL for CloudFront, which is in us-east-1"),
  SERVER(
      Arn.beginning("sagemaker")
          + "(mlflow-tracking-server|mlflow-app)/[A-Za-z0-9][A-Za-z0-9-]{0,255}",
      "write arn:aws:sagemaker:<region>:<account>:mlflow-tracking-server/<name> or"
          + " .../mlflow-app/<app-id>"),
  ROLE("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+", "write the ARN of a role"),
  SERVER_ID(
      "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
      "an id stands in addresses: write lower-case letters, digits and hyphens, 63 at most"),
  /** Stands between quotation marks in a property's name. */
  GROUP(
      "(?!.*\\$\\{)[^\\p{Cntrl}\"\\\\]{1,256}",
      "write the group or scope as the identity provider says it, without quotation marks,"
          + " backslashes and ${"),
  SELECTOR(
      "\\*|[a-z0-9]{1,32}|(?!.*\\$\\{)tag:[^=,\\p{Cntrl}]+=[^,\\p{Cntrl}]*",
      "write \"*\", the id of a REST API, or tag:key=value"),
  REPOSITORY(
      "(" + Arn.beginning("ecr") + "repository/)?[a-z0-9][a-z0-9._/-]{1,255}",
      "write the name of an ECR repository of this account and region, or its ARN"),
  TAG("[\\w][\\w.-]{0,127}", "write the image's tag, in quotation marks if it is a number"),
  DIGEST("sha256:[0-9a-f]{64}", "write the image's digest, sha256:..."),
  VPC("vpc-[0-9a-f]{8,17}", "write the id of a VPC"),
  SUBNET("subnet-[0-9a-f]{8,17}", "write ids of subnets"),
  ZONE("[a-z]{2}(-[a-z]+)+-\\d[a-z]", "write availability zones such as eu-west-1a"),
  SECURITY_GROUP("sg-[0-9a-f]{8,17}", "write the id of a security group"),
  PREFIX_LIST("pl-[0-9a-f]{8,17}", "write the id of a managed prefix list"),
  HOSTED_ZONE("Z[A-Z0-9]{5,31}", "write the id of a hosted zone of Route 53"),
  CIDR("(\\d{1,3}\\.){3}\\d{1,3}/\\d{1,2}", "write a network such as 10.0.0.0/16"),
  JDBC_URL(
      "(?!.*[?&](user|password)=)jdbc:postgresql://[\\w.-]+(:\\d{1,5})?/[\\w.-]+(\\?[\\w.=&/-]*)?",
      "write jdbc:postgresql://<host>/<database>, without user and password"),
  EMAIL("[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;]+", "write one e-mail address"),
  PROPERTY(
      "(portico|quarkus)\\.[A-Za-z0-9_.\"-]{1,200}",
      "write the name of a property that begins with portico. or quarkus."),
  ARCHITECTURE("x86_64|arm64", "write x86_64 or arm64, as the image was built");

  private final Pattern pattern;
  private final String remedy;

  Form(String pattern, String remedy) {
    this.pattern = Pattern.compile(pattern);
    this.remedy = remedy;
  }

  boolean fits(String text) {
    return pattern.matcher(text).matches();
  }

  String remedy() {
    return remedy;
  }

  /** ARNs of one service. */
  private static final class Arn {
    static String beginning(String service) {
      return "arn:aws[a-z-]*:" + service + ":[a-z0-9-]+:\\d{12}:";
    }
  }
}
