package io.speechtotext.app.database;

/**
 * How busy a pool is at one moment.
 *
 * @param active connections that somebody works with
 * @param idle connections that wait for work
 * @param waiting threads that wait for a connection
 * @param maximumSize the most connections that are open at once
 */
public record PoolState(int active, int idle, int waiting, int maximumSize) {}
