package io.speechtotext.app.failure;

/** What was asked for is not there, or belongs to somebody else; the two are not told apart. */
public final class NotFoundException extends DataException {

  private static final long serialVersionUID = 1L;

  private final String thing;

  /** For a thing, such as {@code job}, and the public id that it was looked for by. */
  public NotFoundException(String thing, Object id) {
    super("There is no %s %s".formatted(thing, id), null);
    this.thing = thing;
  }

  /** What was looked for, such as {@code job}. */
  public String thing() {
    return thing;
  }
}
