package io.speechtotext.app.lexicon;

/** Why a text can be no term and no replacement. */
enum TextFlaw {
  BLANK("must hold more than white space"),
  TOO_LONG("must have at most %d characters".formatted(TermText.MAXIMUM_LENGTH)),
  UNSTORABLE("must not hold U+0000 or half a character, which PostgreSQL cannot store");

  private final String rule;

  TextFlaw(String rule) {
    this.rule = rule;
  }

  /** A phrase that goes on from the field's name. */
  String rule() {
    return rule;
  }
}
