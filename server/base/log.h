/*
 * log: one line of key=value pairs an event, on standard error. The message is written where the
 * failure is detected. Values with blanks or quotes are quoted; control characters are escaped.
 *
 *	log_event("db", "error", "disk I/O error", "at", "store/point.c:40", NULL);
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_QUIET, LOG_ERRORS, LOG_REQUESTS };

void log_set_level(enum log_level level);
enum log_level log_get_level(void);

/* event, then pairs of strings, ended by NULL. */
void log_event(const char *event, ...) __attribute__((sentinel));   /* shown from LOG_ERRORS on */
void log_request(const char *event, ...) __attribute__((sentinel)); /* shown from LOG_REQUESTS on */

#endif
