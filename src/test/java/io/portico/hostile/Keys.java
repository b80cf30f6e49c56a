package io.portico.hostile;

import io.portico.hostile.Route.Door;
import io.portico.hostile.Route.Who;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What everybody has to show at a door. */
final class Keys {
  private final Map<Who, String> sessions = new EnumMap<>(Who.class);
  private final Map<Who, String> frames = new EnumMap<>(Who.class);
  private final Map<Who, String> tokens = new EnumMap<>(Who.class);

  Keys(HostilePortal portal) throws IOException {
    for (Who who : Who.values()) {
      if (who != Who.NOBODY) {
        sessions.put(who, portal.session(name(who)));
      }
    }
    frames.put(Who.SCIENTIST, everywhere(portal.frame("scientist", HostilePortal.MODELS)));
    frames.put(
        Who.LEAD,
        portal.frame("lead", HostilePortal.MODELS)
            + "; "
            + portal.frame("lead", HostilePortal.CLOSED));
    tokens.put(Who.SCIENTIST, portal.token("scientist", HostilePortal.MODELS, "viewer"));
    tokens.put(
        Who.LEAD,
        portal.token("lead", List.of(HostilePortal.MODELS, HostilePortal.CLOSED), "manager"));
  }

  private static String name(Who who) {
    return who.name().toLowerCase(Locale.ROOT);
  }

  /** The cookie of one server under the names of both. */
  private static String everywhere(String cookie) {
    return cookie + "; " + cookie.replace("-" + HostilePortal.MODELS, "-" + HostilePortal.CLOSED);
  }

  /** Whether somebody has the kind of key that a door takes. */
  boolean fit(Who who, Door door) {
    return switch (door) {
      case PORTAL -> sessions.containsKey(who);
      case FRAME -> frames.containsKey(who);
      case REST, PROGRAMS -> tokens.containsKey(who);
    };
  }

  /** Header lines. */
  List<String> of(Who who, Door door) {
    List<String> lines = new ArrayList<>();
    String cookie = door == Door.FRAME ? frames.get(who) : sessions.get(who);
    if (cookie != null) {
      lines.add("Cookie: " + cookie);
    }
    if ((door == Door.REST || door == Door.PROGRAMS) && tokens.containsKey(who)) {
      lines.add("Authorization: Bearer " + tokens.get(who));
    }
    return lines;
  }
}
