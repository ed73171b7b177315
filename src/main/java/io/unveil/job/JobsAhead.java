package io.unveil.job;

/**
 * What stands before a job in the queue.
 *
 * @param jobs that wait or run
 * @param pixels of them that are still to be worked on
 */
public record JobsAhead(int jobs, long pixels) {}
