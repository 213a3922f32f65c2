package io.speechtotext.app.learning;

import java.util.Locale;

/** Why a correction, or a part of it, became no term. */
public enum Refusal {
  /** Nothing was found in it that could be a term. */
  NO_TERM,
  /** The term or its replacement is blank, or only made of what is not seen. */
  BLANK,
  /** The term, its normalized form or its replacement is longer than a lexicon holds. */
  TOO_LONG,
  /** The term would be replaced by itself. */
  SELF_REFERENCE,
  /** The replacement would lead back to the term, by way of other terms. */
  CYCLE;

  /** As it stands in the feedback's metadata. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
