package io.speechtotext.throwaway.junit;

import javax.sql.DataSource;

/** Fills an empty database that every test class then gets a copy of; has a public constructor. */
public interface DatabaseTemplate {

  /**
   * Called once per test run.
   *
   * @param empty the database to fill; connections to it must be closed on return
   */
  void fill(DataSource empty) throws Exception;
}
