package io.portico.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which records to see; an empty part lets all pass.
 *
 * @param subject whose, exactly
 * @param who what stands in the name or the subject, in any case
 * @param resource this one and all below it: {@code mlflow} is also {@code mlflow/churn}
 * @param until not included
 */
record ActivityFilter(
    Optional<String> subject,
    Optional<String> who,
    Optional<String> action,
    Optional<String> resource,
    Optional<String> result,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** All that somebody did. */
  static ActivityFilter of(String subject) {
    Optional<String> any = Optional.empty();
    return new ActivityFilter(
        Optional.of(subject), any, any, any, any, Optional.empty(), Optional.empty());
  }

  /** All that happened to a resource and what is below it. */
  static ActivityFilter ofResource(String resource) {
    Optional<String> any = Optional.empty();
    return new ActivityFilter(
        any, any, any, Optional.of(resource), any, Optional.empty(), Optional.empty());
  }

  /** In SQL; only what is asked for, so that an index serves it. */
  List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    subject.ifPresent(value -> conditions.add("subject = :subject"));
    who.ifPresent(
        value ->
            conditions.add(
                "(strpos(lower(name), lower(:who)) > 0 or strpos(lower(subject), lower(:who)) > 0)"));
    action.ifPresent(value -> conditions.add("action = :action"));
    // The character after the slash is the zero.
    resource.ifPresent(
        value ->
            conditions.add(
                "(resource = :resource or resource > :resource || '/' and resource < :resource || '0')"));
    result.ifPresent(value -> conditions.add("result = :result"));
    from.ifPresent(value -> conditions.add("at >= :from"));
    until.ifPresent(value -> conditions.add("at < :until"));
    return conditions;
  }

  /** What the conditions name. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    subject.ifPresent(value -> values.put("subject", value));
    who.ifPresent(value -> values.put("who", value));
    action.ifPresent(value -> values.put("action", value));
    resource.ifPresent(value -> values.put("resource", value));
    result.ifPresent(value -> values.put("result", value));
    from.ifPresent(value -> values.put("from", value));
    until.ifPresent(value -> values.put("until", value));
    return values;
  }
}
