/** What people who look after an archive want to see on one sheet: tables, made from the catalogue and from its pages. */
@NullMarked
package dafu.report;

import org.jspecify.annotations.NullMarked;
