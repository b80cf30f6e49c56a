package io.portico.deploy.configuration;

/**
 * Which image runs.
 *
 * @param repository of ECR: a name, or an ARN
 * @param version a tag, or a digest
 */
public record Image(String repository, String version) {
  static Image read(Section section) {
    boolean digest = section.has("digest");
    if (digest == section.has("tag")) {
      section.mistake("tag", "write either a tag or a digest");
    }
    return new Image(
        section.required("repository", Form.REPOSITORY),
        (digest ? section.text("digest", Form.DIGEST) : section.text("tag", Form.TAG)).orElse(""));
  }
}
