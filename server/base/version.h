/* version: what `tributary version`, the API's index and /metrics say. */
#ifndef BASE_VERSION_H
#define BASE_VERSION_H

#define TRIBUTARY_VERSION "0.1"

#endif
