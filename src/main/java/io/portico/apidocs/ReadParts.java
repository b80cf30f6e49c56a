package io.portico.apidocs;

import java.util.List;

/** All parts of an API, those that the portal's rules know and the others. */
record ReadParts(List<DocumentationPart> parts, List<UnreadablePart> unreadable) {}
