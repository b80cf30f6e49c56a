package io.portico.deploy.configuration;

/** Who is told when something is wrong. */
public sealed interface Alarms {
  /** A topic that exists already. */
  record Topic(String arn) implements Alarms {}

  /** A topic is made, and this address subscribes to it. */
  record Email(String address) implements Alarms {}

  static Alarms read(Section section) {
    if (section.has("topic-arn") == section.has("email")) {
      section.mistake("email", "write either an e-mail address or a topic-arn");
    }
    return section.has("topic-arn")
        ? new Topic(section.text("topic-arn", Form.TOPIC).orElse(""))
        : new Email(section.text("email", Form.EMAIL).orElse(""));
  }
}
