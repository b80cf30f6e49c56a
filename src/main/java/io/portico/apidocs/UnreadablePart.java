package io.portico.apidocs;

/**
 * A part that API Gateway has and the portal's rules do not know: shown as it is, and deleted at
 * most.
 *
 * @param location as API Gateway spells it
 * @param properties as API Gateway keeps them
 * @param why what the portal cannot read
 */
public record UnreadablePart(String id, String location, String properties, String why) {}
