package io.portico.deploy.configuration;

import java.util.Optional;

/**
 * CloudFront before the load balancer.
 *
 * @param certificateArn of a certificate in us-east-1 that holds for all host names
 * @param prefixList CloudFront's addresses, by the managed prefix list {@code
 *     com.amazonaws.global.cloudfront.origin-facing} of the deployment's region
 * @param webAclArn a web ACL for CloudFront, if there is one beside the load balancer's
 */
public record Cdn(String certificateArn, String prefixList, Optional<String> webAclArn) {
  static Cdn read(Section section) {
    Cdn cdn =
        new Cdn(
            section.required("certificate-arn", Form.CERTIFICATE),
            section.required("prefix-list", Form.PREFIX_LIST),
            section.text("web-acl-arn", Form.WEB_ACL));
    if (!cdn.certificateArn.isEmpty() && !cdn.certificateArn.contains(":us-east-1:")) {
      section.mistake("certificate-arn", "CloudFront takes only certificates of us-east-1");
    }
    return cdn;
  }
}
