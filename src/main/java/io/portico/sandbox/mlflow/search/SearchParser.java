package io.portico.sandbox.mlflow.search;

import io.portico.sandbox.mlflow.search.Token.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads MLflow's search language: comparisons joined by AND, and the clauses of an order. There are
 * no parentheses around conditions and no OR, so it needs no recursion.
 */
final class SearchParser {
  private final Vocabulary vocabulary;
  private final List<Token> tokens;
  private int position;

  private SearchParser(String text, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.tokens = Lexer.tokens(text);
  }

  static List<Condition> conditions(String filter, Vocabulary vocabulary) {
    return new SearchParser(filter, vocabulary).conditions();
  }

  static SortOrder order(String clause, Vocabulary vocabulary) {
    return new SearchParser(clause, vocabulary).order();
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    if (peek().type() == Type.END) {
      return conditions;
    }
    conditions.add(condition());
    while (accept("AND")) {
      conditions.add(condition());
    }
    expectEnd("AND");
    return conditions;
  }

  private SortOrder order() {
    Field field = field();
    boolean descending = accept("DESC");
    if (!descending) {
      accept("ASC");
    }
    expectEnd("ASC or DESC");
    return new SortOrder(field, descending);
  }

  private Condition condition() {
    Field field = field();
    Operator operator = operator();
    if (operator == Operator.IN || operator == Operator.NOT_IN) {
      return membership(field, operator);
    }
    boolean numeric = vocabulary.isNumeric(field);
    Set<Operator> fitting = numeric ? Operator.FOR_NUMBERS : Operator.FOR_TEXTS;
    if (!fitting.contains(operator)) {
      throw new InvalidSearchException(
          "'%s' cannot be compared by %s; it takes %s".formatted(field.name(), operator, fitting));
    }
    return numeric
        ? new Condition.OfNumber(field, operator, number())
        : new Condition.OfText(field, operator, text());
  }

  private Field field() {
    Token token = next();
    if (token.isQuotedKey()) {
      return vocabulary.attribute(token.text());
    }
    if (token.type() != Type.WORD) {
      throw expected("a field such as metrics.accuracy", token);
    }
    int dot = token.text().indexOf('.');
    if (dot < 0) {
      return vocabulary.attribute(token.text());
    }
    String key = token.text().substring(dot + 1);
    return vocabulary.field(token.text().substring(0, dot), key.isEmpty() ? quotedKey() : key);
  }

  private String quotedKey() {
    Token token = next();
    if (!token.isQuotedKey() || token.text().isEmpty()) {
      throw expected("a key after the dot", token);
    }
    return token.text();
  }

  private Operator operator() {
    Token token = next();
    if (token.type() != Type.COMPARATOR && token.type() != Type.WORD) {
      throw expected("a comparator", token);
    }
    return Operator.of(token.is("NOT") ? "NOT " + next().text() : token.text());
  }

  private Condition membership(Field field, Operator operator) {
    if (field.kind() != Field.Kind.ATTRIBUTE || vocabulary.isNumeric(field)) {
      throw new InvalidSearchException("Only attributes that are texts take " + operator);
    }
    expect("(");
    Set<String> members = new LinkedHashSet<>();
    do {
      members.add(text());
    } while (accept(","));
    expect(")");
    return new Condition.OfMembership(field, members, operator == Operator.IN);
  }

  private double number() {
    Token token = next();
    if (token.type() != Type.NUMBER) {
      throw expected("a number", token);
    }
    return Double.parseDouble(token.text());
  }

  private String text() {
    Token token = next();
    if (!token.isText()) {
      throw expected("a text in quotes", token);
    }
    return token.text();
  }

  private Token peek() {
    return tokens.get(position);
  }

  private Token next() {
    Token token = peek();
    if (token.type() != Type.END) {
      position++;
    }
    return token;
  }

  private boolean accept(String keyword) {
    if (!peek().is(keyword)) {
      return false;
    }
    position++;
    return true;
  }

  private void expect(String punctuation) {
    if (!accept(punctuation)) {
      throw expected("'" + punctuation + "'", peek());
    }
  }

  private void expectEnd(String alternative) {
    if (peek().type() != Type.END) {
      throw expected(alternative + " or the end", peek());
    }
  }

  private static InvalidSearchException expected(String what, Token found) {
    return new InvalidSearchException("Expected " + what + " but found " + found.shown());
  }
}
