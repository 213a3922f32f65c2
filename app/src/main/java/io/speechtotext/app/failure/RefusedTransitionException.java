package io.speechtotext.app.failure;

/**
 * A thing is not in the state that the operation starts from: a finished job is not reopened, a
 * lost lease completes nothing, a review is not reviewed again. This call wrote nothing; an earlier
 * one may have, whose answer was lost and which this one repeats.
 */
public final class RefusedTransitionException extends DataException {

  private static final long serialVersionUID = 1L;

  /**
   * For a thing that refused.
   *
   * @param thing with its public id, such as {@code job 7d9c…}
   * @param reason a phrase that goes on from it: {@code "is completed and cannot be cancelled"}
   */
  public RefusedTransitionException(String thing, String reason) {
    super("%s %s".formatted(thing, reason), null);
  }
}
