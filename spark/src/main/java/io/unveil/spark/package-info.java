/**
 * Folders of millions of pictures on Apache Spark: the driver lists the files and packs them into tasks; the executors
 * read, process and write them, and give a row for each.
 */
@NullMarked
package io.unveil.spark;

import org.jspecify.annotations.NullMarked;
