package io.portico.deploy.configuration;

/** The PostgreSQL. */
public sealed interface Database {
  /**
   * Aurora PostgreSQL, in two zones.
   *
   * @param minCapacity in Aurora's capacity units, each about 2 GiB of memory
   * @param backupDays how long one can go back to any second
   */
  record Aurora(double minCapacity, double maxCapacity, int backupDays) implements Database {}

  /**
   * One that exists already.
   *
   * @param secretArn a secret with {@code username} and {@code password}, as RDS makes them
   * @param securityGroup the database's own, which is opened for the portal
   */
  record Existing(String jdbcUrl, String secretArn, String securityGroup, int port)
      implements Database {}

  static Database read(Section section) {
    return section.has("existing") ? existing(section.section("existing")) : aurora(section);
  }

  private static Database aurora(Section section) {
    Aurora aurora =
        new Aurora(
            section.halves("min-capacity", 0.5, 0.5, 256),
            section.halves("max-capacity", 4, 1, 256),
            section.number("backup-days", 14, 1, 35));
    if (aurora.maxCapacity < aurora.minCapacity) {
      section.mistake("max-capacity", "must not be less than min-capacity");
    }
    return aurora;
  }

  private static Database existing(Section section) {
    return new Existing(
        section.required("jdbc-url", Form.JDBC_URL),
        section.required("secret-arn", Form.SECRET),
        section.required("security-group", Form.SECURITY_GROUP),
        section.number("port", 5432, 1, 65535));
  }
}
