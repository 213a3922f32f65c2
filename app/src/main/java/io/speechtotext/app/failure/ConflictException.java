package io.speechtotext.app.failure;

/** Another row stands against it: nothing was written. */
public final class ConflictException extends DataException {

  private static final long serialVersionUID = 1L;

  private final Rule rule;

  /** For the rule that would be broken. */
  public ConflictException(Rule rule) {
    super(rule.meaning(), null);
    this.rule = rule;
  }

  /** Which rule would be broken. */
  public Rule rule() {
    return rule;
  }
}
