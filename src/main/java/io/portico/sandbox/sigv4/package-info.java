/**
 * Is this request signed the way AWS demands: Signature Version 4, read as strictly as AWS reads
 * it.
 *
 * <p>Written from the published specification with the JDK alone, so that it judges the portal's
 * own signer independently of it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
package io.portico.sandbox.sigv4;
