package io.portico.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the identity provider's groups and tokens mean here. */
@ConfigMapping(prefix = "portico.identity")
public interface IdentityConfig {
  /**
   * The groups that hold a role, separated by commas. There is {@code auditor}, who reads
   * everybody's activity.
   */
  Map<Role, Set<String>> roles();

  /**
   * Whom access tokens must be for: one of these, separated by commas, in their {@code aud}. {@code
   * any} also accepts tokens without one, and is for development.
   */
  Set<String> audience();

  /**
   * What clients that open the sign-in by themselves should ask the provider for, separated by
   * commas, such as what brings the audience; told in the metadata of RFC 9728.
   */
  @WithDefault("openid")
  List<String> scopes();

  /** How long ago people may have signed in for something weighty; a minute or more. */
  @WithDefault("30M")
  Duration freshSignIn();

  /**
   * What ID tokens tell the time of a sign-in by; {@code issue-time} is for sandboxes, and a portal
   * in production does not start with it.
   */
  @WithDefault("auth-time")
  SignInTime signInTime();
}
