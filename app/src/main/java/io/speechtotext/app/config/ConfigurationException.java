package io.speechtotext.app.config;

/**
 * An environment variable that the service cannot start with; the operator has to change it.
 *
 * <p>Neither the message nor any field holds a password or a whole URL, and there is never a cause:
 * causes such as {@link NumberFormatException} quote their input.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String variable;
  private final String problem;
  private final String value;
  private final String nextStep;

  ConfigurationException(String variable, String problem, String value, String nextStep) {
    super(variable + ": " + problem + ": " + value + ". " + nextStep + ".");
    this.variable = variable;
    this.problem = problem;
    this.value = value;
    this.nextStep = nextStep;
  }

  /** The name of the environment variable, such as {@code DATABASE_URL}. */
  public String variable() {
    return variable;
  }

  /** The part of the variable that is wrong and the rule it breaks. */
  public String problem() {
    return problem;
  }

  /** The offending text in quotes, or in parentheses the reason why it is not shown. */
  public String value() {
    return value;
  }

  /** What to write instead. */
  public String nextStep() {
    return nextStep;
  }
}
