package io.speechtotext.app.failure;

/** A value breaks a rule, whatever else is in the database: nothing was written. */
public final class InvalidValueException extends DataException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * For a field and the rule that its value breaks.
   *
   * @param field such as {@code job.language}
   * @param rule a phrase that goes on from the field's name: {@code "has at most 10 characters, not
   *     12"}
   */
  public InvalidValueException(String field, String rule) {
    super("%s %s".formatted(field, rule), null);
    this.field = field;
  }

  /** Whose value it was, such as {@code job.language}. */
  public String field() {
    return field;
  }
}
