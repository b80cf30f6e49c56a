package io.portico.identity;

import java.util.Set;

/**
 * Somebody who signed in.
 *
 * @param subject the identity provider's stable id of the person (OpenID Connect Core 1.0, 2: sub)
 * @param name to show to people; not unique
 * @param groups as the ID token names them
 * @param roles what the portal's configuration makes of the groups
 * @param session tells this sign-in from the person's others
 */
public record Person(
    String subject, String name, Set<String> groups, Set<Role> roles, String session) {}
