/** What each page shows: one class per page type, with the record that its layout receives. Pure functions of the site. */
@NullMarked
package dafu.page;

import org.jspecify.annotations.NullMarked;
