package io.speechtotext.app.apikey;

import at.favre.lib.crypto.bcrypt.BCrypt;

/** The library that verifies bcrypt, and that need not be there. */
final class Bcrypt {

  private final BCrypt.Verifyer verifier;

  private Bcrypt(BCrypt.Verifyer verifier) {
    this.verifier = verifier;
  }

  /**
   * Loads the library.
   *
   * @throws IllegalStateException when it is not on the class path
   */
  static Bcrypt load() {
    try {
      // Without a version it takes that of each hash: $2a$, $2b$, $2x$ or $2y$.
      return new Bcrypt(BCrypt.verifyer());
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "legacyKeys is on, which needs the library at.favre.lib:bcrypt, and it is not on the class path."
              + " Next: depend on at.favre.lib:bcrypt, or turn legacyKeys off",
          e);
    }
  }

  boolean matches(PresentedKey key, String hash) {
    return verifier.verify(key.characters(), hash).verified;
  }
}
