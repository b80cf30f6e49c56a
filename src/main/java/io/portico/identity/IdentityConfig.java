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
  /** Groups that hold a role: {@code auditor}. */
  Map<Role, Set<String>> roles();

  /**
   * Whom access tokens must be for: one of these in their {@code aud}. The sign-in's client id is a
   * poor choice, for it is the audience of ID tokens.
   */
  Set<String> audience();

  /**
   * What clients that send their person to the identity provider by themselves should ask for, such
   * as what brings the audience.
   */
  @WithDefault("openid")
  List<String> scopes();

  /** How long ago people may have signed in for something weighty. */
  @WithDefault("30M")
  Duration freshSignIn();

  /** What ID tokens tell that by. */
  @WithDefault("auth-time")
  SignInTime signInTime();
}
