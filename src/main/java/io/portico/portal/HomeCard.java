package io.portico.portal;

import io.portico.identity.Person;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** What a feature puts on the home page. */
public interface HomeCard {

  /** Empty when the feature has nothing for this person. */
  Optional<Content> contentFor(Person person);

  /**
   * A card.
   *
   * @param position cards come in ascending order
   */
  record Content(int position, TemplateInstance body) {
    /** Markup, its values escaped by its own template. */
    public RawString html() {
      return new RawString(body.render());
    }
  }
}
